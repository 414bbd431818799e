from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def utc_now() -> datetime:
    """Return the present moment; tests pass another function."""
    return datetime.now(UTC)


def reminder_due(asked: datetime, clock: Callable[[], datetime] = utc_now) -> bool:
    """Whether a join request has waited for a week."""
    return clock() - asked >= timedelta(days=7)
