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
    names = []
    while members:
        member = members.pop(0)
        if member.joined_on == today:
            names.append(member.name)
    return names


def welcome_new(members: list[Member], today: date, send: Send) -> None:
    """Greet everyone who joined ``today``, with the caller's sender."""
    for name in newcomers(members, today):
        send(name, f"Welcome to the board, {name}")
