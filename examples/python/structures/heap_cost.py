from heapq import heappop, heappush


class Blocker:
    """A blocker, ordered by day, that counts comparisons."""

    comparisons = 0

    def __init__(self, day: int) -> None:
        self.day = day

    def __lt__(self, other: "Blocker") -> bool:
        Blocker.comparisons += 1
        return self.day < other.day


def round_cost(waiting_count: int, use_heap: bool, rounds: int = 200) -> float:
    """Return the `<` calls for adding one blocker and taking the oldest."""
    # Mixed days without repeats, the same in every run.
    days = [number * 7_919 % 10_007 for number in range(waiting_count + rounds)]
    # A sorted list is a valid heap, so both ways start alike.
    waiting = sorted(Blocker(day) for day in days[:waiting_count])
    Blocker.comparisons = 0
    for day in days[waiting_count:]:
        if use_heap:
            heappush(waiting, Blocker(day))
            heappop(waiting)
        else:
            waiting.append(Blocker(day))
            waiting.sort()
            waiting.pop(0)
    return Blocker.comparisons / rounds


if __name__ == "__main__":
    days: list[int] = []
    for day in (9, 2, 5):
        heappush(days, day)
    print(f"front {days[0]}, taken {heappop(days)}, new front {days[0]}")

    for size in (100, 1_000, 4_000):
        by_sort = round(round_cost(size, use_heap=False), -2)
        by_heap = round(round_cost(size, use_heap=True))
        print(f"{size:>5,} waiting: sort ~{by_sort:,.0f}, heap {by_heap} comparisons")
