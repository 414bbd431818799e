import logging
import sys
from collections.abc import Callable

from acceptance import Project, ProjectFull, accept_all
from board_errors import AlreadyRequested, BoardError, NotAllowed

logger = logging.getLogger(__name__)

STATUS: dict[type[BoardError], int] = {
    NotAllowed: 403,
    AlreadyRequested: 409,
    ProjectFull: 409,
}


def respond(action: Callable[[], int]) -> tuple[int, str]:
    """Run one action and turn its outcome into an HTTP status and text."""
    try:
        return 200, f"{action()} members"
    except BoardError as error:
        return STATUS.get(type(error), 400), str(error)
    except Exception:
        logger.exception("unexpected failure")
        return 500, "internal error"


def main() -> None:
    """Send four requests; the last one holds a bug."""
    logging.basicConfig(stream=sys.stdout, format="%(levelname)s: %(message)s")
    nexus = Project("nexus", owner="Ada", places=2)
    print(respond(lambda: accept_all(nexus, "Ada", ["Lin", "Sam", "Kim"])))
    print("members:", sorted(nexus.members))
    print(respond(lambda: accept_all(nexus, "Ada", ["Lin", "Sam"])))
    print(respond(lambda: accept_all(nexus, "Sam", ["Sam"])))
    print(respond(lambda: accept_all(nexus, "Ada", None)))


if __name__ == "__main__":
    main()
