# raises: InvalidRow
class InvalidRow(Exception):
    """A row of the import file is wrong."""


def seats(row: dict[str, str]) -> int:
    """Return the number of seats in ``row``."""
    return int(row["seats"])


def load(rows: list[dict[str, str]]) -> list[int]:
    """Return the seats of every row."""
    loaded = []
    for number, row in enumerate(rows, start=1):
        try:
            loaded.append(seats(row))
        except ValueError as error:
            raise InvalidRow(f"row {number}") from error
    return loaded


print(load([{"seats": "3"}, {"seats": "three"}]))
