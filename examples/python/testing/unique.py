from itertools import groupby


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
