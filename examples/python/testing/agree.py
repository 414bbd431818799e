import random
from collections.abc import Callable

from unique import unique_fast, unique_neighbors, unique_slow

Unique = Callable[[list[str]], list[str]]


def find_difference(candidate: Unique, seed: int) -> list[str] | None:
    """Return a small input that ``candidate`` gets wrong, or None."""
    dice = random.Random(seed)  # a fixed seed: the same inputs in every run
    for _ in range(1000):
        names = dice.choices(["Ada", "Lin", "Sam"], k=dice.randrange(8))
        if candidate(names) != unique_slow(names):
            return shrink(names, candidate)
    return None


def shrink(names: list[str], candidate: Unique) -> list[str]:
    """Leave out names one by one, as long as the answers still differ."""
    for i in range(len(names)):
        shorter = names[:i] + names[i + 1 :]
        if candidate(shorter) != unique_slow(shorter):
            return shrink(shorter, candidate)
    return names


if __name__ == "__main__":
    print("one example passes:", unique_neighbors(["Ada", "Ada"]) == ["Ada"])
    print("neighbors differs on", find_difference(unique_neighbors, seed=7))
    print("fast differs on", find_difference(unique_fast, seed=7))
