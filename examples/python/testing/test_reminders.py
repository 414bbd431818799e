from datetime import UTC, datetime, timedelta

from reminders import reminder_due

ASKED = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def at(moment: datetime):
    """Return a clock that always shows ``moment``."""
    return lambda: moment


def test_is_due_after_exactly_one_week():
    week = ASKED + timedelta(days=7)
    assert reminder_due(ASKED, at(week))
    assert not reminder_due(ASKED, at(week - timedelta(microseconds=1)))


def test_uses_the_real_clock_by_default():
    assert reminder_due(ASKED)  # asked in the past, and clocks only go on
