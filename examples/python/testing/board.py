class Board:
    """A board in memory: who asked to join which project."""

    def __init__(self) -> None:
        self.requests: dict[str, list[str]] = {}

    def announce(self, slug: str) -> None:
        """Open a project for join requests."""
        self.requests[slug] = []

    def ask(self, person: str, slug: str) -> None:
        """Note that ``person`` asks to join; the second time raises ValueError."""
        if person in self.requests[slug]:
            raise ValueError(f"{person} has asked already")
        self.requests[slug].append(person)
