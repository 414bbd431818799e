from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import NamedTuple


class Page(NamedTuple):
    """One answer of the API: some slugs and where to go on."""

    slugs: list[str]
    next_cursor: str | None


def fetch(cursor: str | None) -> Page:
    """Stand in for one request to the board's API."""
    print("  GET", "/projects" if cursor is None else f"/projects?cursor={cursor}")
    answers = {
        None: Page(["recipe-box", "bus-times"], "p2"),
        "p2": Page(["study-buddy", "seed-swap"], "p3"),
        "p3": Page(["tide-table"], None),
    }
    return answers[cursor]


def pages(get: Callable[[str | None], Page], limit: int = 1000) -> Iterator[list[str]]:
    """Yield page after page; request one only when it is wanted."""
    cursor: str | None = None
    for _ in range(limit):
        page = get(cursor)
        yield page.slugs
        cursor = page.next_cursor
        if cursor is None:
            return
    raise RuntimeError(f"the API did not end after {limit} pages")


def main() -> None:
    print("three:", list(islice(chain.from_iterable(pages(fetch)), 3)))
    print("all:", sum(1 for _ in chain.from_iterable(pages(fetch))))


if __name__ == "__main__":
    main()
