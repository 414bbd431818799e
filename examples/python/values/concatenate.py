members = 3
joining = "2"  # text: from input(), a form, a URL or a CSV file

try:
    print("Members: " + members)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

try:
    print(members + joining)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

try:
    int("two")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")

print("not a sum:", joining * members)
print(f"Members: {members + int(joining)}")
