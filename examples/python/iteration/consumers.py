from collections.abc import Iterator


def looked_at(totals: list[int]) -> Iterator[int]:
    """Yield each total and say so."""
    for total in totals:
        print("  look at", total)
        yield total


members = ["Ada", "Lin", "Sam"]
blockers = [0, 4, 2]

for place, name in enumerate(members, start=1):
    print(place, name)

for name, total in zip(members, blockers, strict=True):
    print(f"{name} has {total}")

print("reversed:", list(reversed(members)))
print("sorted:  ", sorted(blockers, reverse=True))

print("any over 3:   ", any(total > 3 for total in looked_at(blockers)))
print("all under 9:  ", all(total < 9 for total in blockers))
print("blocked:      ", sum(total > 0 for total in blockers), "members")
print("min of nobody:", min([], default=0))
