from enum import StrEnum


class Status(StrEnum):
    """The states of a join request."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class IllegalTransitionError(Exception):
    """The request cannot make this change from its present state."""


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
        self._settle(Status.ACCEPTED)

    def decline(self) -> None:
        """The owner says no."""
        self._settle(Status.DECLINED)

    def withdraw(self) -> None:
        """The person takes the request back."""
        self._settle(Status.WITHDRAWN)

    def _settle(self, new: Status) -> None:
        if self._status is not Status.PENDING:
            raise IllegalTransitionError(f"{self._status} -> {new}")
        self._status = new
