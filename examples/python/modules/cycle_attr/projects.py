"""Projects of the board."""

from . import people

DEFAULT_STATUS = "draft"


def hosts() -> list[str]:
    """Return the names of people who can host a project."""
    return people.HOSTS
