open_projects = 3
try:
    for number in open_projects:
        print(number)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
print("range:", list(range(open_projects)))

slugs = ["recipe-box", "bus-times"].sort()  # sort() returns None
try:
    for slug in slugs:
        print(slug)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
print("sorted:", sorted(["recipe-box", "bus-times"]))
