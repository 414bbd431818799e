projects = {"nexus": ["sql", "python"]}

skills = projects["nexus"].sort()  # sorts the list in place, returns None
try:
    skills.append("docker")
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")

found = projects.get("atlas")  # no such key: get() returns None
try:
    print(found[0])
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

skills = sorted(projects["nexus"])  # returns a new list
skills.append("docker")
print(skills)

if found is None:
    print("No project named atlas.")
