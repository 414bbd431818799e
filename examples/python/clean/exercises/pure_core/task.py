from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Member:
    """A person on the board."""

    name: str
    joined_on: date


def send_mail(name: str, text: str) -> None:
    """Stand in for a mail server."""
    print(f"to {name}: {text}")


def newcomers(members: list[Member], today: date) -> list[str]:
    """Return the names of those who joined ``today``."""


def welcome_new(members: list[Member]) -> None:
    """Greet everyone who joined today."""
    for member in members:
        if member.joined_on == date.today():
            send_mail(member.name, f"Welcome to the board, {member.name}")
