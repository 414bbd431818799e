wanted = ["django", "react"]

try:
    hash(wanted)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

try:
    projects = {wanted: "nexus"}
except TypeError as error:
    print("as a dict key:", type(error).__name__)

projects = {tuple(wanted): "nexus"}
print("tuple:", projects[("django", "react")])

any_order = {frozenset(wanted): "nexus"}
print("frozenset:", any_order[frozenset(["react", "django"])])

try:
    hash(("nexus", wanted))
except TypeError as error:
    print(f"tuple with a list inside: {error}")
