skills = ["python", "sql"]
wanted = skills  # a second name for the same list
copied = list(skills)  # a new list with the same items

wanted.append("docker")

print("skills:", skills)
print("wanted:", wanted)
print("copied:", copied)
print("skills is wanted:", skills is wanted)
print("skills is copied:", skills is copied)
