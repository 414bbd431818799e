"""Projects of the board."""

from .people import Person


class Project:
    """Something a person started."""

    owner: Person
