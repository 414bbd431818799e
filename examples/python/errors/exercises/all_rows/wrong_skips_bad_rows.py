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
    found = []
    for row in rows:
        slug, _, seats = row.partition(",")
        try:
            if int(seats) >= 1:
                found.append((slug.strip(), int(seats)))
        except ValueError:
            continue
    return found
