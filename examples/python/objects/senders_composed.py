from typing import Protocol


class Channel(Protocol):
    """Anything that can deliver a text to a person."""

    def deliver(self, to: str, text: str) -> None:
        """Deliver one text."""


class Printed:
    """A channel that prints; email and SMS would look the same."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def deliver(self, to: str, text: str) -> None:
        """Print instead of sending."""
        print(f"{self.kind} to {to}: {text}")


class Urgent:
    """Wraps any channel and marks its texts."""

    def __init__(self, inner: Channel) -> None:
        self.inner = inner

    def deliver(self, to: str, text: str) -> None:
        """Mark the text, then let the inner channel deliver it."""
        self.inner.deliver(to, f"URGENT {text}")


def announce_request(channel: Channel, owner: str, person: str) -> None:
    """Tell an owner that somebody asks to join."""
    channel.deliver(owner, f"{person} wants to join")


if __name__ == "__main__":
    announce_request(Printed("email"), "Ada", "Sam")
    announce_request(Urgent(Printed("sms")), "Ada", "Sam")
