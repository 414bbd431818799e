from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def if_open(is_open: bool) -> Iterator[str]:
    """Forget to yield on one path."""
    if is_open:
        yield "board"


@contextmanager
def retry() -> Iterator[int]:
    """Try to run the block twice, which a with block cannot do."""
    yield 1
    yield 2


for manager in (if_open(False), retry()):
    try:
        with manager as value:
            print("inside with", value)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
