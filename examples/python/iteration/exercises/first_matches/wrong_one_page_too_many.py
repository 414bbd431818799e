from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Project(NamedTuple):
    """A project as the API lists it."""

    slug: str
    skills: list[str]


def matches(pages: Iterable[list[Project]], skill: str, limit: int) -> Iterator[str]:
    """Notice that it is enough only when the next page has been requested."""
    left = limit
    for page in pages:
        for project in page:
            if left == 0:
                return
            if skill in project.skills:
                yield project.slug
                left -= 1
