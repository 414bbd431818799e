import logging

import pytest

from acceptance import ProjectFull
from board_errors import AlreadyRequested, BoardError, NotAllowed
from boundary import respond


def failing(error: BaseException):
    """Return an action that raises error."""

    def action() -> int:
        raise error

    return action


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotAllowed("Sam", "accept"), 403),
        (AlreadyRequested("Lin", "nexus"), 409),
        (ProjectFull("nexus is full"), 409),
        (BoardError("a rule without a status of its own"), 400),
    ],
)
def test_each_board_error_has_a_status(error: BoardError, status: int) -> None:
    assert respond(failing(error)) == (status, str(error))


def test_success() -> None:
    assert respond(lambda: 3) == (200, "3 members")


def test_a_bug_is_logged_and_its_details_stay_inside(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert respond(failing(KeyError("db-password"))) == (500, "internal error")
    (record,) = caplog.records
    assert record.levelno == logging.ERROR


def test_ctrl_c_passes_through() -> None:
    with pytest.raises(KeyboardInterrupt):
        respond(failing(KeyboardInterrupt()))
