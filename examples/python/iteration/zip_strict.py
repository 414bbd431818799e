members = ["Ada", "Lin", "Sam"]
hours = [5, 8]

print("not strict:", list(zip(members, hours, strict=False)))
try:
    for name, spent in zip(members, hours, strict=True):
        print(f"{name} spent {spent} hours")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
