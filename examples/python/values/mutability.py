status = "draft"
earlier = status
status += "-2"  # str is immutable: a new string, and the name moves to it
print("earlier:", earlier, "| status:", status)

skills = ["python"]
alias = skills
skills += ["sql"]  # list is mutable: += changes the list itself
print("alias after +=:", alias)

more = ["redis"]
skills = skills + more  # + builds a new list, and the name moves to it
print("alias after = and +:", alias)
print("skills:", skills)

version = (2, 1)
try:
    version[0] = 3
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

member = ("Ada", ["python"])  # the tuple is fixed, the list inside is not
member[1].append("sql")
print("member:", member)
