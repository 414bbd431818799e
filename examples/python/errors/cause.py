# raises: ImportFailed
class ImportFailed(Exception):
    """A list of projects could not be imported."""


def places(row: dict[str, str]) -> int:
    """Return the number of free places in one row."""
    return int(row["places"])


def import_rows(rows: list[dict[str, str]]) -> int:
    """Return the sum of free places, or say which row is bad."""
    total = 0
    for number, row in enumerate(rows, start=1):
        try:
            total += places(row)
        except ValueError as error:
            error.add_note(f"project: {row['slug']}")
            raise ImportFailed(f"row {number} cannot be read") from error
    return total


good = {"slug": "nexus", "places": "3"}
bad = {"slug": "atlas", "places": "two"}
print(import_rows([good]))
print(import_rows([good, bad]))
