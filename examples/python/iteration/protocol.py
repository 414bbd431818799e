from collections.abc import Iterable, Iterator

skills = ["django", "docker"]

ada = iter(skills)
lin = iter(skills)
print("ada reads", next(ada))
print("ada reads", next(ada))
print("lin reads", next(lin))

try:
    next(ada)
except StopIteration:
    print("ada: StopIteration, no more items")

for name, value in [("list", skills), ("range", range(3)), ("iterator", lin)]:
    print(
        f"{name}: iterable={isinstance(value, Iterable)}",
        f"iterator={isinstance(value, Iterator)}",
        f"returns itself={iter(value) is value}",
    )
