members = ["Ada", "Lin", "Ada"]

members.remove("Ada")  # removes the first match only
print("after one remove:", members)

try:
    members.remove("Sam")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")

unique = set(members)
unique.discard("Sam")  # no error, the same result
print("after discard:", sorted(unique))
