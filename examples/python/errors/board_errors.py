class BoardError(Exception):
    """Base of every failure that the board raises on purpose."""


class AlreadyRequested(BoardError):
    """The person already has a request for this project."""

    def __init__(self, person: str, project: str) -> None:
        super().__init__(person, project)
        self.person = person
        self.project = project

    def __str__(self) -> str:
        return f"{self.person} already asked to join {self.project}"


class NotAllowed(BoardError):
    """The person may not do this."""

    def __init__(self, person: str, action: str) -> None:
        super().__init__(person, action)
        self.person = person
        self.action = action

    def __str__(self) -> str:
        return f"{self.person} may not {self.action}"


def main() -> None:
    """Catch two kinds of failure by their common base."""
    for failure in (AlreadyRequested("Lin", "nexus"), NotAllowed("Sam", "accept")):
        try:
            raise failure
        except BoardError as error:
            print(f"{type(error).__name__}: {error}", vars(error))


if __name__ == "__main__":
    main()
