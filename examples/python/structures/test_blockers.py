from datetime import date
from heapq import heapify
from itertools import permutations

from blockers import Blocker, oldest_open

BLOCKERS = [
    Blocker(date(2025, 3, 2), 3, "redis is down"),
    Blocker(date(2025, 3, 5), 1, "migration fails"),
    Blocker(date(2025, 3, 5), 2, "login answers 500"),
    Blocker(date(2025, 3, 9), 4, "CORS refuses the frontend"),
]


def test_blockers_come_by_day_then_number_whatever_the_order_of_arrival() -> None:
    for arrival in permutations(BLOCKERS):
        heap = list(arrival)
        heapify(heap)
        solved: set[int] = set()
        served = []
        while blocker := oldest_open(heap, solved):
            served.append(blocker)
            solved.add(blocker.number)
        assert served == BLOCKERS


def test_asking_twice_gives_the_same_blocker() -> None:
    heap = list(BLOCKERS)
    assert oldest_open(heap, set()) is oldest_open(heap, set())
    assert len(heap) == len(BLOCKERS)


def test_a_solved_blocker_is_skipped_wherever_it_waits() -> None:
    heap = list(BLOCKERS)
    assert oldest_open(heap, {3, 1}) == BLOCKERS[2]


def test_no_open_blocker_gives_none() -> None:
    assert oldest_open([], set()) is None
    assert oldest_open(list(BLOCKERS), {1, 2, 3, 4}) is None
