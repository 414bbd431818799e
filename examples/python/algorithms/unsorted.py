from bisect import bisect_left
from itertools import pairwise


def contains(slugs: list[str], wanted: str) -> bool:
    """Say whether a sorted list holds the slug."""
    place = bisect_left(slugs, wanted)
    return place < len(slugs) and slugs[place] == wanted


def in_order(slugs: list[str]) -> bool:
    """Say whether the slugs are sorted: one pass, for a test."""
    return all(a <= b for a, b in pairwise(slugs))


def main() -> None:
    slugs = ["recipes", "atlas", "clinic"]
    print("in:", "recipes" in slugs)
    print("bisect:", contains(slugs, "recipes"))
    print("in order:", in_order(slugs))
    slugs.sort()
    print("bisect, sorted:", contains(slugs, "recipes"))


if __name__ == "__main__":
    main()
