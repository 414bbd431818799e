from collections import Counter
from functools import cache

calls: Counter[str] = Counter()


def plain(hours: int) -> int:
    """Count the ways to fill the hours with 1- and 2-hour sessions."""
    calls["plain"] += 1
    if hours < 2:
        return 1
    return plain(hours - 1) + plain(hours - 2)


def by_hand(hours: int, known: dict[int, int]) -> int:
    """Look in a dict first, and write each new answer there."""
    calls["by hand"] += 1
    if hours < 2:
        return 1
    if hours not in known:
        known[hours] = by_hand(hours - 1, known) + by_hand(hours - 2, known)
    return known[hours]


@cache
def cached(hours: int) -> int:
    """Let the decorator keep the dict."""
    if hours < 2:
        return 1
    return cached(hours - 1) + cached(hours - 2)


def main() -> None:
    for hours in (20, 21):
        calls.clear()
        answers = {plain(hours), by_hand(hours, {}), cached(hours)}
        print(hours, "hours:", answers, dict(calls))
    print(cached.cache_info())


if __name__ == "__main__":
    main()
