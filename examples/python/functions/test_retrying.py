import pytest
from retrying import retry


def failing(times, error):
    """Make an action that fails the first `times` times, and its call log."""
    log = []

    def action():
        log.append("call")
        if len(log) <= times:
            raise error
        return "done"

    return action, log


def test_success_needs_one_call_and_no_pause():
    pauses = []
    action, log = failing(0, ConnectionError())
    assert retry(tries=3, on=ConnectionError, sleep=pauses.append)(action)() == "done"
    assert (len(log), pauses) == (1, [])


def test_pauses_double():
    pauses = []
    action, log = failing(3, ConnectionError())
    retry(tries=4, on=ConnectionError, pause=1, sleep=pauses.append)(action)()
    assert (len(log), pauses) == (4, [1, 2, 4])


@pytest.mark.parametrize("tries", [1, 2, 5])
def test_tries_are_bounded_and_the_last_error_comes_out(tries):
    action, log = failing(99, ConnectionError("down"))
    with pytest.raises(ConnectionError, match="down"):
        retry(tries=tries, on=ConnectionError, sleep=lambda _: None)(action)()
    assert len(log) == tries


def test_other_errors_are_not_retried():
    action, log = failing(1, ValueError("bad address"))
    with pytest.raises(ValueError):
        retry(tries=3, on=ConnectionError)(action)()
    assert len(log) == 1


def test_zero_tries_fail_at_once():
    with pytest.raises(ValueError, match="at least 1, got 0"):
        retry(tries=0, on=ConnectionError)
