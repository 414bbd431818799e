from datetime import date, timedelta

from reply_by import REPLY_TIME, SATURDAY, reply_by


def test_a_deadline_never_falls_on_a_weekend_and_moves_two_days_at_most() -> None:
    for offset in range(14):
        asked_on = date(2025, 3, 3) + timedelta(days=offset)
        deadline = reply_by(asked_on)
        assert deadline.weekday() < SATURDAY
        assert timedelta(0) <= deadline - asked_on - REPLY_TIME <= timedelta(days=2)


def test_a_weekend_moves_to_monday() -> None:
    assert reply_by(date(2025, 3, 3)) == date(2025, 3, 10)  # would be a Saturday
    assert reply_by(date(2025, 3, 4)) == date(2025, 3, 10)  # would be a Sunday
