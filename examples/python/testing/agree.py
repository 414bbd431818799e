import random
from collections.abc import Callable
from itertools import groupby

Unique = Callable[[list[str]], list[str]]


def unique_slow(names: list[str]) -> list[str]:
    """Keep the first of each name: slow, and clear enough to trust."""
    kept: list[str] = []
    for name in names:
        if name not in kept:
            kept.append(name)
    return kept


def unique_fast(names: list[str]) -> list[str]:
    """Keep the first of each name, in one pass."""
    return list(dict.fromkeys(names))


def unique_neighbors(names: list[str]) -> list[str]:
    """Keep one of each group of equal neighbors: a mistake."""
    return [name for name, _ in groupby(names)]


def find_difference(candidate: Unique, seed: int) -> list[str] | None:
    """Return a short input that ``candidate`` gets wrong, or None."""
    dice = random.Random(seed)  # a fixed seed: the same inputs in every run
    for size in range(8):  # short inputs first: they are quickest to understand
        for _ in range(100):
            names = dice.choices(["Ada", "Lin", "Sam"], k=size)
            if candidate(names) != unique_slow(names):
                return names
    return None


if __name__ == "__main__":
    print("one example passes:", unique_neighbors(["Ada", "Ada"]) == ["Ada"])
    print("neighbors differs on", find_difference(unique_neighbors, seed=7))
    print("fast differs on", find_difference(unique_fast, seed=7))
