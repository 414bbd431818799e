from collections.abc import Iterable


def summary(kinds: Iterable[str]) -> str:
    """Ask a generator for its length."""
    blockers = sum(kind == "blocker" for kind in kinds)
    return f"{blockers} of {len(kinds)} posts report a blocker"
