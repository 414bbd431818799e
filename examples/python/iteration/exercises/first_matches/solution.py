from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple


class Project(NamedTuple):
    """A project as the API lists it."""

    slug: str
    skills: list[str]


def matches(pages: Iterable[list[Project]], skill: str, limit: int) -> Iterator[str]:
    """Hand out the slugs of up to `limit` projects that want the skill."""
    found = (project.slug for page in pages for project in page if skill in project.skills)
    return islice(found, limit)
