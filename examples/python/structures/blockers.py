from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple


class Blocker(NamedTuple):
    """A blocker; tuples compare field by field, so the oldest day is smallest."""

    day: date
    number: int
    text: str


def oldest_open(heap: list[Blocker], solved: set[int]) -> Blocker | None:
    """Return the oldest unsolved blocker, dropping solved ones from the top."""
    while heap and heap[0].number in solved:
        heappop(heap)
    return heap[0] if heap else None


def main() -> None:
    """Report four blockers, solve two, and serve the rest by age."""
    heap: list[Blocker] = []
    heappush(heap, Blocker(date(2025, 3, 9), 1, "CORS refuses the frontend"))
    heappush(heap, Blocker(date(2025, 3, 2), 2, "redis is down"))
    heappush(heap, Blocker(date(2025, 3, 5), 3, "migration fails"))
    heappush(heap, Blocker(date(2025, 3, 5), 4, "login answers 500"))

    print("oldest:", oldest_open(heap, solved=set()))
    solved = {2, 4}
    while blocker := oldest_open(heap, solved):
        print(f"{blocker.day} #{blocker.number} {blocker.text}")
        solved.add(blocker.number)
    print("nothing left:", oldest_open(heap, solved))

    by_day = [(5, {"text": "migration fails"})]  # no number to break the tie
    try:
        heappush(by_day, (5, {"text": "login answers 500"}))
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
