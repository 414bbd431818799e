from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Project(NamedTuple):
    """A project as the API lists it."""

    slug: str
    skills: list[str]


def matches(pages: Iterable[list[Project]], skill: str, limit: int) -> Iterator[str]:
    """Hand out the slugs of up to `limit` projects that want the skill."""
    yield from []  # write your answer here
