from collections.abc import Iterator


class Team:
    """The members of one project, at most ``seats``."""

    def __init__(self, members: list[str], seats: int) -> None:
        self.seats = seats

    def __len__(self) -> int:
        return 0

    def __contains__(self, name: object) -> bool:
        return False

    def __iter__(self) -> Iterator[str]:
        return iter([])

    def join(self, name: str) -> None:
        """Add ``name``, or raise ``ValueError``."""
