from collections.abc import Callable

AGAIN = {"40001", "40P01"}


class DatabaseError(Exception):
    """What the server refused, with its SQLSTATE."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


def retry(work: Callable[[], str], attempts: int, pause: Callable[[int], None]) -> str:
    """Run a transaction again when the server asks for it; return what it returns."""
    for attempt in range(1, attempts + 1):
        try:
            return work()
        except DatabaseError as error:
            if error.sqlstate not in AGAIN or attempt == attempts:
                raise
            pause(attempt)
    raise ValueError("attempts: 1 or more")
