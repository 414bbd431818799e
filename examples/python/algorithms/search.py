from bisect import bisect_left, bisect_right, insort


def linear_looks(slugs: list[str], wanted: str) -> int:
    """Return how many slugs list.index reads, from the start."""
    return slugs.index(wanted) + 1


def binary_looks(slugs: list[str], wanted: str) -> int:
    """Return how often a sorted list is halved to place the slug."""
    low, high, looks = 0, len(slugs), 0
    while low < high:
        middle = (low + high) // 2
        looks += 1
        if slugs[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return looks


def contains(slugs: list[str], wanted: str) -> bool:
    """Say whether a sorted list holds the slug."""
    place = bisect_left(slugs, wanted)
    return place < len(slugs) and slugs[place] == wanted


def main() -> None:
    print("        linear: best average worst   binary: worst")
    for n in (255, 511, 1023):
        slugs = [f"project-{number:04}" for number in range(n)]
        linear = [linear_looks(slugs, slug) for slug in slugs]
        binary = [binary_looks(slugs, slug) for slug in slugs]
        average = sum(linear) // n
        print(f"n={n:4} {min(linear):14} {average:7} {max(linear):5} {max(binary):15}")
    print("bisect:", contains(slugs, "project-0042"), contains(slugs, "no-such"))

    days = [3, 5, 5, 9]
    print("day 5: from", bisect_left(days, 5), "up to", bisect_right(days, 5))
    insort(days, 4)
    print("after insort:", days)


if __name__ == "__main__":
    main()
