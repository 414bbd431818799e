"""People of the board."""

from .projects import Project


class Person:
    """Someone who starts projects."""

    projects: list[Project]
