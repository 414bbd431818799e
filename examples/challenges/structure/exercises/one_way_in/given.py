from dataclasses import dataclass, field


class NotAllowed(Exception):
    pass


class Conflict(Exception):
    pass


@dataclass
class Project:
    owner: str
    seats: int
    team: list[str] = field(default_factory=list)  # the owner takes no seat


@dataclass
class Join:
    project: Project
    person: str
    status: str = "pending"


sent: list[str] = []  # letters, each as "lin: accepted"
