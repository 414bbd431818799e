import pytest

from task import audited

LOG = []


@audited(LOG)
def accept(owner, person, *, message=""):
    """Accept a join request."""
    if not person:
        raise ValueError("nobody to accept")
    return f"{person} joins. {message}".rstrip()


@pytest.fixture(autouse=True)
def empty_log():
    LOG.clear()


def test_the_result_reaches_the_caller():
    result = accept("Ada", "Lin", message="Welcome!")
    assert result == "Lin joins. Welcome!", "the decorated function must give its result"


def test_each_successful_call_writes_one_line():
    assert LOG == [], "the log is written when the function is called, not when it is decorated"
    accept("Ada", "Lin")
    accept("Sam", "Noor")
    assert LOG == ["accept by Ada", "accept by Sam"], "one line a call: name and first argument"


def test_a_call_that_raises_writes_no_line():
    with pytest.raises(ValueError, match="nobody to accept"):
        accept("Ada", "")
    assert LOG == [], "the call has failed, so nothing was decided: append after the call"


def test_name_and_docstring_are_kept():
    assert accept.__name__ == "accept", "without functools.wraps the name is that of the wrapper"
    assert accept.__doc__ == "Accept a join request.", "functools.wraps also keeps the docstring"


def test_two_logs_do_not_mix():
    other = []
    decline = audited(other)(lambda owner: None)
    decline("Kofi")
    assert LOG == [], "each audited(log) writes to the list that it was given"
    assert other == ["<lambda> by Kofi"]
