import copy
from collections.abc import Iterator
from contextlib import contextmanager


class BrokerAway(Exception):
    pass


class Database:
    """Two tables. A commit can fail, as it does when a constraint is checked late."""

    def __init__(self) -> None:
        self.requests: set[int] = set()
        self.outbox: dict[str, bool] = {}
        self.commit_fails = False
        self.committed: tuple[set[int], dict[str, bool]] = set(), {}  # what a crash leaves

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before = copy.deepcopy((self.requests, self.outbox))
        try:
            yield
            if self.commit_fails:
                raise ValueError("the commit failed")
        except BaseException:
            self.requests, self.outbox = before
            raise
        self.committed = copy.deepcopy((self.requests, self.outbox))
