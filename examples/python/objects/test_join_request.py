import pytest

from join_request import IllegalTransitionError, JoinRequest, Status

CHANGES = {
    "accept": Status.ACCEPTED,
    "decline": Status.DECLINED,
    "withdraw": Status.WITHDRAWN,
}


def test_a_request_starts_pending():
    assert JoinRequest("Sam", "farm-market").status is Status.PENDING


@pytest.mark.parametrize(("change", "status"), CHANGES.items())
def test_a_pending_request_can_be_settled(change, status):
    request = JoinRequest("Sam", "farm-market")
    getattr(request, change)()
    assert request.status is status


@pytest.mark.parametrize("first", CHANGES)
@pytest.mark.parametrize("second", CHANGES)
def test_a_settled_request_never_changes(first, second):
    request = JoinRequest("Sam", "farm-market")
    getattr(request, first)()
    with pytest.raises(IllegalTransitionError):
        getattr(request, second)()
    assert request.status is CHANGES[first]


def test_status_cannot_be_assigned():
    request = JoinRequest("Sam", "farm-market")
    with pytest.raises(AttributeError):
        request.status = Status.ACCEPTED
    assert request.status is Status.PENDING
