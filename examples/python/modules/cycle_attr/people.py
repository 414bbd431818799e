"""People of the board."""

from . import projects

HOSTS = ["Ada", "Lin"]
FIRST_STATUS = projects.DEFAULT_STATUS
