from abc import ABC, abstractmethod


class Channel(ABC):
    """What every channel must offer."""

    @abstractmethod
    def deliver(self, to: str, text: str) -> None:
        """Deliver one text."""


class Email(Channel):
    """Misspells the method's name."""

    def delivers(self, to: str, text: str) -> None:
        """Print instead of sending."""
        print(f"email to {to}: {text}")


try:
    Email()
except TypeError as error:
    reason = str(error).partition(" with")[0]  # the rest differs by version
    print(f"{type(error).__name__}: {reason}")
print("missing:", sorted(Email.__abstractmethods__))
