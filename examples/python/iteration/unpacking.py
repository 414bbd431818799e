line = "Lin|progress"
try:
    author, kind, text = line.split("|")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
author, kind, *rest = line.split("|")
print("star:", author, kind, rest)

status_of = {"recipe-box": "open", "bus-times": "closed"}
try:
    for slug, status in status_of:
        print(slug, status)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
for slug, status in status_of.items():
    print("items:", slug, status)
