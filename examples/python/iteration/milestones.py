from collections.abc import Iterator
from datetime import date, timedelta
from typing import Self


class Milestones:
    """An iterator over weekly due dates."""

    def __init__(self, first: date, weeks: int) -> None:
        self.due = first
        self.left = weeks

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> date:
        if self.left <= 0:
            raise StopIteration
        due = self.due
        self.due += timedelta(weeks=1)
        self.left -= 1
        return due


def milestones(first: date, weeks: int) -> Iterator[date]:
    """Yield weekly due dates."""
    for week in range(weeks):
        yield first + timedelta(weeks=week)


def main() -> None:
    monday = date(2026, 3, 2)
    print("class:    ", *Milestones(monday, weeks=3))
    print("generator:", *milestones(monday, weeks=3))


if __name__ == "__main__":
    main()
