"""Stops a worker at an exact point, without a line in the product: PostgreSQL holds it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection

LOCK = 4711
WAITING = f"FROM pg_locks WHERE locktype = 'advisory' AND objid = {LOCK} AND NOT granted"


@contextmanager
def frozen_before(table: str, column: str) -> Iterator[Callable[[], bool]]:
    """Have everybody wait who updates this column, until the block ends.

    A trigger asks for a lock that this connection holds. What waits then is cut off: a
    statement of a process that was killed meanwhile must not happen after all.

    Yields:
        Whether somebody waits now.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            CREATE FUNCTION wait_in_test() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0
            AS $$ BEGIN PERFORM pg_advisory_xact_lock({LOCK}); RETURN NEW; END $$;
            CREATE TRIGGER wait_in_test BEFORE UPDATE OF {column} ON {table}
            FOR EACH ROW EXECUTE FUNCTION wait_in_test();
            SELECT pg_advisory_lock({LOCK})
            """
        )

        def somebody_waits() -> bool:
            cursor.execute(f"SELECT count(*) {WAITING}")
            return bool(cursor.fetchone()[0])

        try:
            yield somebody_waits
        finally:
            cursor.execute(
                f"SELECT pg_terminate_backend(pid) {WAITING}; SELECT pg_advisory_unlock({LOCK});"
                f"DROP TRIGGER wait_in_test ON {table}; DROP FUNCTION wait_in_test"
            )
