from bisect import bisect_left


def contains(slugs: list[str], wanted: str) -> bool:
    """Say whether a sorted list holds the slug."""
    place = bisect_left(slugs, wanted)
    return slugs[place] == wanted


slugs = ["atlas", "clinic", "recipes"]
print(contains(slugs, "clinic"), contains(slugs, "budget"))
