from dataclasses import dataclass, field


class Refused(Exception):
    """The request cannot be accepted; the text says why."""


@dataclass
class Project:
    """A project on the board."""

    owner: str
    seats: int
    members: list[str] = field(default_factory=list)

    def add(self, person: str) -> None:
        """Give ``person`` a seat, or raise Refused."""
        if len(self.members) >= self.seats:
            raise Refused("the team is full")
        self.members.append(person)


@dataclass
class JoinRequest:
    """A person asks to join a project."""

    person: str
    project: Project
    status: str = "pending"


def accept(request: JoinRequest, by: str) -> None:
    """Let the owner ``by`` accept ``request``."""
    if by != request.project.owner:
        raise Refused("only the owner accepts")
    if request.status != "pending":
        raise Refused(f"the request is {request.status}")
    request.project.add(request.person)
    request.status = "accepted"
