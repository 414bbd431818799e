from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple


class Project(NamedTuple):
    """A project as the API lists it."""

    slug: str
    skills: list[str]


def matches(pages: Iterable[list[Project]], skill: str, limit: int) -> Iterator[str]:
    """Apply the limit to every page on its own."""
    for page in pages:
        yield from islice((p.slug for p in page if skill in p.skills), limit)
