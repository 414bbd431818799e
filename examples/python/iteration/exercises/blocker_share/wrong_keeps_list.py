from collections.abc import Iterable


def summary(kinds: Iterable[str]) -> str:
    """Give the right answer, and hold the whole log in memory."""
    kept = list(kinds)
    return f"{kept.count('blocker')} of {len(kept)} posts report a blocker"
