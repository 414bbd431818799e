# needs: postgres
import os
import random
import time
from collections.abc import Callable

import psycopg
from psycopg.errors import DeadlockDetected, SerializationFailure

Connection = psycopg.Connection[tuple[int]]


def in_transaction(connection: Connection, work: Callable[[], int], attempts: int = 5) -> int:
    """Run ``work`` in a transaction, from its first line again when the server asks for it."""
    for attempt in range(1, attempts + 1):
        try:
            with connection.transaction():
                return work()
        except (SerializationFailure, DeadlockDetected) as error:
            if attempt == attempts:
                raise
            print(f"attempt {attempt}: {error.sqlstate} {error.diag.message_primary}")
            time.sleep(random.uniform(0, 0.01 * 2**attempt))
    raise ValueError("attempts: at least 1")


url = os.environ["DATABASE_URL"]
with psycopg.connect(url) as ours, psycopg.connect(url, autocommit=True) as theirs:
    ours.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    others = iter(["lindi", "jose"])

    def take_seat() -> int:
        """Take a seat of what was read; at first, somebody else is faster."""
        (seats,) = ours.execute("SELECT free_seats FROM project WHERE slug = 'bus'").fetchone()
        if next(others, None):
            theirs.execute("UPDATE project SET free_seats = free_seats - 1 WHERE slug = 'bus'")
        ours.execute("UPDATE project SET free_seats = %s WHERE slug = 'bus'", [seats - 1])
        return seats - 1

    print("seats left:", in_transaction(ours, take_seat))
