from collections.abc import Iterator


class Team:
    """The members of one project, at most ``seats``."""

    def __init__(self, members: list[str], seats: int) -> None:
        self._members = list(members)
        self.seats = seats

    def __len__(self) -> int:
        return len(self._members)

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    @property
    def free(self) -> int:
        """How many seats are free."""
        return self.seats - len(self)

    def join(self, name: str) -> None:
        """Add ``name``, or raise ``ValueError``."""
        if name in self:
            raise ValueError(f"{name} is in the team already")
        if self.free <= 0:
            raise ValueError("the team is full")
        self._members.append(name)
