from dataclasses import dataclass, field


class Refused(Exception):
    """The request cannot be accepted; the text says why."""


@dataclass
class Project:
    """A project on the board."""

    owner: str
    seats: int
    members: list[str] = field(default_factory=list)


@dataclass
class JoinRequest:
    """A person asks to join a project."""

    person: str
    project: Project
    status: str = "pending"


# --8<-- [start:accept]
def accept(request: JoinRequest, by: str) -> None:
    """Let the owner ``by`` accept ``request``."""


# --8<-- [end:accept]
