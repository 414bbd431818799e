import pytest

from task import DatabaseError, retry


class Work:
    """A transaction that fails with each of ``states``, then returns."""

    def __init__(self, *states):
        self.states = list(states)
        self.calls = 0

    def __call__(self):
        self.calls += 1
        if self.states:
            raise DatabaseError(self.states.pop(0))
        return "saved"


def test_success_needs_one_call():
    work, pauses = Work(), []
    assert retry(work, 3, pauses.append) == "saved"
    assert (work.calls, pauses) == (1, [])


def test_both_states_are_tried_again():
    work, pauses = Work("40001", "40P01"), []
    assert retry(work, 3, pauses.append) == "saved"
    assert work.calls == 3
    assert pauses == [1, 2], "pause between two calls, with the number of calls so far"


@pytest.mark.parametrize("state", ["23505", "25P02", "57014"])
def test_other_errors_pass_at_once(state):
    work, pauses = Work(state), []
    with pytest.raises(DatabaseError, match=state):
        retry(work, 3, pauses.append)
    assert (work.calls, pauses) == (1, []), f"{state} is the same the second time"


def test_the_last_error_reaches_the_caller():
    work, pauses = Work("40001", "40001", "40P01", "40001"), []
    with pytest.raises(DatabaseError, match="40P01"):
        retry(work, 3, pauses.append)
    assert work.calls == 3, "attempts counts all calls"
    assert pauses == [1, 2], "no pause after the last call"


def test_one_attempt():
    work, pauses = Work("40001"), []
    with pytest.raises(DatabaseError):
        retry(work, 1, pauses.append)
    assert (work.calls, pauses) == (1, [])


def test_a_bug_is_not_a_conflict():
    def broken():
        raise KeyError("seats")

    with pytest.raises(KeyError):
        retry(broken, 3, lambda attempt: None)
