from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def editing(post: str) -> Iterator[None]:
    print("lock", post)
    yield
    print("unlock", post)


try:
    with editing("news"):
        print("edit")
        raise ValueError("too long")
except ValueError as error:
    print("refused:", error)
