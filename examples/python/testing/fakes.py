class FakeSender:
    """A fake: works, but delivers to a list instead of a network."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    def send(self, to: str, text: str) -> None:
        """Keep the text."""
        self.sent.append((to, text))


class DownSender:
    """A stub: one fixed answer, whatever it is asked."""

    def send(self, to: str, text: str) -> None:
        """Fail as a broken network does."""
        raise ConnectionError
