from collections.abc import Iterable


def summary(kinds: Iterable[str]) -> str:
    """Say how many posts report a blocker, in one pass."""
    total = blockers = 0
    for kind in kinds:
        total += 1
        if kind == "blocker":
            blockers += 1
    return f"{blockers} of {total} posts report a blocker"
