"""People of the board."""

from dataclasses import dataclass

from .projects import Project
from .statuses import DEFAULT_STATUS


@dataclass
class Person:
    """Someone who starts projects."""

    name: str

    def start(self, title: str) -> Project:
        """Return a new project that this person owns."""
        return Project(title, owner=self)

    def withdraw(self, project: Project) -> None:
        """Set a project back to where it began."""
        project.status = DEFAULT_STATUS
