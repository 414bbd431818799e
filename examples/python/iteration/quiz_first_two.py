from collections.abc import Iterator
from itertools import islice


def pages() -> Iterator[list[str]]:
    """Stand in for the pages of the board's API."""
    for number in (1, 2, 3):
        print("GET page", number)
        yield [f"project-{number}a", f"project-{number}b"]


def projects() -> Iterator[str]:
    """Yield the projects of all pages."""
    for page in pages():
        yield from page


stream = projects()
print("ready")
for slug in islice(stream, 2):
    print(slug)
