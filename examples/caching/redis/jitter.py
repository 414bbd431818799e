import random
from collections import Counter

ENTRIES, TIMEOUT = 1_000, 300
draw = random.Random(1)  # the same numbers on each run; in production, plain `random`


def ends(spread: float) -> list[int]:
    """Return the second in which each entry ends; all were stored in second 0."""
    low, high = TIMEOUT * (1 - spread), TIMEOUT * (1 + spread)
    return [int(draw.uniform(low, high)) for _ in range(ENTRIES)]


for spread in (0, 0.1, 0.3):
    in_second = Counter(ends(spread))
    print(
        f"spread {spread:.0%}: between second {min(in_second)} and {max(in_second)},",
        f"at most {max(in_second.values())} in one second",
    )
