from datetime import date, timedelta

REPLY_TIME = timedelta(days=5)
SATURDAY = 5  # date.weekday() counts from Monday, which is 0


def reply_by(asked_on: date) -> date:
    """Return the last day on which the owner can answer a join request.

    A deadline on a weekend moves to the Monday after it. Public holidays
    are not taken into account.

    Args:
        asked_on: the day of the request, in the owner's time zone.
    """
    deadline = asked_on + REPLY_TIME
    # Owners read the board in class, and there is no class at the weekend.
    while deadline.weekday() >= SATURDAY:
        deadline += timedelta(days=1)
    return deadline


def main() -> None:
    """Print deadlines around a weekend."""
    for asked_on in (date(2025, 3, 3), date(2025, 3, 6)):
        print(f"asked {asked_on:%a %d}, reply by {reply_by(asked_on):%a %d}")


if __name__ == "__main__":
    main()
