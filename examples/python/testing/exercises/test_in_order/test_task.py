import pytest

import task  # not `from task import …`: pytest would collect the test, too


class Request:
    """The right one; the broken ones change one method each."""

    def __init__(self):
        self.status = "pending"

    def accept(self):
        self.status = "accepted"

    def decline(self):
        if self.status != "pending":
            raise task.Refused(self.status)
        self.status = "declined"


class RefusesTooLate(Request):
    def decline(self):
        before, self.status = self.status, "declined"
        if before != "pending":
            raise task.Refused(before)


class HasATypo(Request):
    def decline(self):
        raise AttributeError("'Request' object has no attribute 'sttaus'")


class NeverRefuses(Request):
    def decline(self):
        self.status = "declined"


def finds_a_fault(request_class):
    """Whether the test fails for this class, in whatever way a test can fail."""
    try:
        task.test_an_accepted_request_cannot_be_declined(request_class)
    except (AssertionError, pytest.fail.Exception, AttributeError):
        return True
    return False


def test_it_passes_for_the_right_request():
    task.test_an_accepted_request_cannot_be_declined(Request)


def test_it_fails_where_nothing_is_refused():
    assert finds_a_fault(NeverRefuses), "`decline` raised nothing, and the test still passed"


def test_it_fails_where_the_status_changes_first():
    assert finds_a_fault(RefusesTooLate), (
        "the status had changed, and the test still passed: does its last `assert` run?"
    )


def test_it_fails_where_another_error_comes():
    assert finds_a_fault(HasATypo), (
        "`decline` crashed with a typo, and the test still passed: name the narrowest exception"
    )
