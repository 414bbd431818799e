from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from board_errors import BoardError, NotAllowed


class ProjectFull(BoardError):
    """The project has no free place left."""


@dataclass
class Project:
    """A project with its owner, its members and a number of places."""

    slug: str
    owner: str
    places: int
    members: set[str] = field(default_factory=set)


@contextmanager
def all_or_nothing(project: Project) -> Iterator[set[str]]:
    """Hand out a copy of the members; keep it only on success."""
    draft = set(project.members)
    yield draft
    project.members = draft


def accept_all(project: Project, actor: str, people: list[str]) -> int:
    """Accept every person, or nobody; return the number of members."""
    if actor != project.owner:
        raise NotAllowed(actor, f"accept people for {project.slug}")
    with all_or_nothing(project) as members:
        for person in people:
            members.add(person)
            if len(members) > project.places:
                raise ProjectFull(f"{project.slug} has no place for {person}")
    return len(project.members)
