from typing import Protocol


class Sender(Protocol):
    """Anything that delivers a text to a person."""

    def send(self, to: str, text: str) -> None:
        """Deliver one text, or raise ConnectionError."""


def tell_team(sender: Sender, members: list[str], text: str) -> list[str]:
    """Send ``text`` to each member once; return those who were not reached."""
    missed = []
    for person in dict.fromkeys(members):
        try:
            sender.send(person, text)
        except ConnectionError:
            missed.append(person)
    return missed
