from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Project(NamedTuple):
    """A project as the API lists it."""

    slug: str
    skills: list[str]


def matches(pages: Iterable[list[Project]], skill: str, limit: int) -> Iterator[str]:
    """Read every page into a list, then take its beginning."""
    found = [project.slug for page in pages for project in page if skill in project.skills]
    return iter(found[:limit])
