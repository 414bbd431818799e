from itertools import (
    accumulate,
    chain,
    combinations,
    count,
    islice,
    pairwise,
    product,
    tee,
)

pinned, latest = ["rules"], ["demo day", "bus-times"]
print("chain:       ", list(chain(pinned, latest)))

numbers = count(101)
print("islice:      ", [f"JR-{n}" for n in islice(numbers, 3)])
print("goes on at:  ", next(numbers))

posts_per_week = [3, 5, 2]
print("accumulate:  ", list(accumulate(posts_per_week)))
print("pairwise:    ", [b - a for a, b in pairwise(posts_per_week)])

parts, checks = ["api", "web"], ["lint", "test"]
print("product:     ", [f"{p}-{c}" for p, c in product(parts, checks)])

names = ["Ada", "Lin", "Sam"]
print("combinations:", [f"{a}+{b}" for a, b in combinations(names, 2)])

first, second = tee(n * n for n in posts_per_week)
print("tee:         ", max(first), sum(second))
