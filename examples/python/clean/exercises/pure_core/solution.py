from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Send = Callable[[str, str], None]  # name, text


@dataclass(frozen=True)
class Member:
    """A person on the board."""

    name: str
    joined_on: date


def newcomers(members: list[Member], today: date) -> list[str]:
    """Return the names of those who joined ``today``."""
    return [member.name for member in members if member.joined_on == today]


def welcome_new(members: list[Member], today: date, send: Send) -> None:
    """Greet everyone who joined ``today``, with the caller's sender."""
    for name in newcomers(members, today):
        send(name, f"Welcome to the board, {name}")
