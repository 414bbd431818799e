"""What the readers of `.http` and `.graphql` files share."""

from dataclasses import dataclass, field


class FileError(Exception):
    """Something in a file cannot be understood: where, what, and how to mend it."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(f"{what}: {mend}")
        self.line = line


@dataclass
class Draft:
    """One request as it stands in its file, placeholders and all.

    Attributes:
        line: Where its request line is.
        method: `GET`, `POST` and so on.
        target: The path with its query, or a whole URL of the board.
        title: What the file calls it, for people.
        name: By which later requests refer to its answer.
        headers: Line, name and value of each.
        body: What follows the empty line.
        body_line: Where the body begins.
    """

    line: int
    method: str
    target: str
    title: str = ""
    name: str = ""
    headers: list[tuple[int, str, str]] = field(default_factory=list)
    body: str = ""
    body_line: int = 0
