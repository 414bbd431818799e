"""What does append cost when a full list must move to a bigger place?"""

import sys
from collections.abc import Callable


def copies(appends: int, grow: Callable[[int], int]) -> tuple[int, int]:
    """Return all items copied, and those copied by the costliest append."""
    room, total, worst = 0, 0, 0
    for size in range(appends):
        if size == room:
            room = grow(room)
            total += size  # every item moves to the new place
            worst = max(worst, size)
    return total, worst


def main() -> None:
    for name, grow in (
        ("double the room", lambda room: max(1, room * 2)),
        ("ten more places", lambda room: room + 10),
    ):
        print(f"{name}: copies per append, costliest append")
        for n in (1000, 2000, 4000):
            total, worst = copies(n, grow)
            print(f"  n={n} {total / n:6.1f} {worst:6}")

    posts: list[int] = []
    sizes = set()
    for number in range(10_000):
        posts.append(number)
        sizes.add(sys.getsizeof(posts))
    print("10,000 real appends, under 100 new sizes:", len(sizes) < 100)


if __name__ == "__main__":
    main()
