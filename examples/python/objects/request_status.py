from enum import StrEnum


class Status(StrEnum):
    """The states of a join request."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


LEGAL = {Status.PENDING: {Status.ACCEPTED, Status.DECLINED, Status.WITHDRAWN}}


class IllegalTransitionError(Exception):
    """The request cannot make this change from its present state."""
