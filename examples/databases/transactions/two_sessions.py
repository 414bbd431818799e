# needs: postgres, threads
"""Two sessions, stepped by one script: each statement is printed with its answer."""

import os
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

import psycopg


class Session:
    """A connection that says what it sends and what the server answers."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.margin = f"{'' if name == 'A' else '      '}{name}: "
        url = os.environ["DATABASE_URL"]
        self.connection = psycopg.connect(url, autocommit=True)
        self.observer = psycopg.connect(url, autocommit=True)
        self.pid = self.connection.info.backend_pid
        self.thread = ThreadPoolExecutor(max_workers=1)
        self.statement = ""
        self.sent: Future[str]

    def run(self, statement: str) -> None:
        """Send a statement and print its answer."""
        self.send(statement)
        self.finish()

    def send(self, statement: str) -> None:
        """Send a statement; whoever wants its answer calls ``finish`` or ``answer``."""
        print(self.margin + statement)
        self.statement = statement
        self.sent = self.thread.submit(self._execute, statement)

    def start(self, statement: str) -> None:
        """Send a statement; return as soon as the server says that it waits for a lock."""
        self.send(statement)
        blocked = "SELECT cardinality(pg_blocking_pids(%s)) > 0"
        while not self.observer.execute(blocked, [self.pid]).fetchone()[0]:
            if self.sent.done():
                raise RuntimeError(f"it did not wait: {self.sent.result()}")
        print(f"{self.margin}  … waits")

    def answer(self) -> str:
        """Wait for the answer to what was sent, and return it."""
        return self.sent.result()

    def finish(self) -> None:
        """Wait for the answer to what was sent; print it unless it only repeats the command."""
        answer = self.answer()
        if not self.statement.startswith(answer):
            print(f"{self.margin}  → {answer}")

    def _execute(self, statement: str) -> str:
        try:
            cursor = self.connection.execute(statement)
        except psycopg.Error as error:
            return f"ERROR {error.sqlstate}: {error.diag.message_primary}"
        if cursor.description is None:
            return cursor.statusmessage or ""
        return "; ".join(", ".join(map(str, row)) for row in cursor) or "no rows"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.cancel_safe()
        self.thread.shutdown()
        self.connection.close()
        self.observer.close()
