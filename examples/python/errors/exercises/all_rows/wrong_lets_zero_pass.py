from collections.abc import Iterable


class BadRow(ValueError):
    """A row that cannot be read."""

    def __init__(self, number: int, row: str) -> None:
        super().__init__(number, row)
        self.number = number
        self.row = row

    def __str__(self) -> str:
        return f"row {self.number}: {self.row!r}"


def read_rows(rows: Iterable[str]) -> list[tuple[str, int]]:
    """Return slug and seats of each row, or raise all bad rows as a group."""
    found: list[tuple[str, int]] = []
    problems: list[BadRow] = []
    for number, row in enumerate(rows, start=1):
        slug, _, text = row.partition(",")
        try:
            seats = int(text)
        except ValueError:
            problems.append(BadRow(number, row))
        else:
            found.append((slug.strip(), seats))
    if problems:
        raise ExceptionGroup("bad rows", problems)
    return found
