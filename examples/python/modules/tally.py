"""Count the join requests that wait for an answer."""

from datetime import date

opened_on = date(2026, 3, 2)
pending = 0


def ask() -> None:
    """Count one more request."""
    global pending
    pending += 1


def sum() -> str:
    """Return the tally in words (a badly chosen name: it hides a built-in)."""
    return f"{pending} pending since {opened_on}"
