from collections.abc import Iterator
from contextlib import contextmanager


class Locked(Exception):
    """Somebody else is editing the post."""


@contextmanager
def editing(locked: set[str], post: str) -> Iterator[None]:
    """Hold the lock on ``post`` for the time of a block."""
    if post in locked:
        raise Locked(post)
    locked.add(post)
    try:
        yield
    finally:
        locked.remove(post)
