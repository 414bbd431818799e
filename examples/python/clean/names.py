from datetime import UTC, datetime, timedelta


def late(asked: datetime, now: datetime, limit: int) -> bool:
    """Return whether the limit is over. In days? In hours?"""
    return (now - asked).days > limit


def is_late(asked_at: datetime, now: datetime, answer_time: timedelta) -> bool:
    """Return whether the owner has taken longer than ``answer_time``."""
    return now - asked_at > answer_time


asked_at = datetime(2025, 3, 3, 9, tzinfo=UTC)
now = datetime(2025, 3, 10, 9, tzinfo=UTC)  # a week later

print("the caller means 48 hours:", late(asked_at, now, 48))
print("the type carries the unit:", is_late(asked_at, now, timedelta(hours=48)))
