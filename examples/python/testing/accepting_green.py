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
    project = request.project
    if by != project.owner:
        raise Refused("only the owner accepts")
    if request.status != "pending":
        raise Refused(f"the request is {request.status}")
    if len(project.members) >= project.seats:
        raise Refused("the team is full")
    project.members.append(request.person)
    request.status = "accepted"


# --8<-- [end:accept]
