from collections.abc import Iterable


def summary(kinds: Iterable[str]) -> str:
    """Say how many posts report a blocker."""
    total = sum(1 for _ in kinds)
    blockers = sum(kind == "blocker" for kind in kinds)
    return f"{blockers} of {total} posts report a blocker"
