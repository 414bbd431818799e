from collections.abc import Iterable
from itertools import tee


def summary(kinds: Iterable[str]) -> str:
    """Split the iterator; tee keeps what one copy has read and the other has not."""
    first, second = tee(kinds)
    total = sum(1 for _ in first)
    blockers = sum(kind == "blocker" for kind in second)
    return f"{blockers} of {total} posts report a blocker"
