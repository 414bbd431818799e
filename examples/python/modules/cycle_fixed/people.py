# raises: ImportError
"""People of the board."""

from dataclasses import dataclass

from . import projects


@dataclass
class Person:
    """Someone who starts projects."""

    name: str

    def start(self, title: str) -> projects.Project:
        """Return a new project that this person owns."""
        return projects.Project(title, owner=self)
