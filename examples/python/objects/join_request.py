from request_status import LEGAL, IllegalTransitionError, Status


class JoinRequest:
    """A person asks to join a project; the request is settled once."""

    def __init__(self, person: str, project: str) -> None:
        self.person = person
        self.project = project
        self._status = Status.PENDING

    @property
    def status(self) -> Status:
        """The present state; only the methods below change it."""
        return self._status

    def accept(self) -> None:
        """The owner says yes."""
        self._move_to(Status.ACCEPTED)

    def decline(self) -> None:
        """The owner says no."""
        self._move_to(Status.DECLINED)

    def withdraw(self) -> None:
        """The person takes the request back."""
        self._move_to(Status.WITHDRAWN)

    def _move_to(self, new: Status) -> None:
        if new not in LEGAL.get(self._status, set()):
            raise IllegalTransitionError(f"{self._status} -> {new}")
        self._status = new
