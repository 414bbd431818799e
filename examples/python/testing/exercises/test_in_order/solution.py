import pytest


class Refused(Exception):
    """The request cannot change any more."""


def test_an_accepted_request_cannot_be_declined(request_class: type) -> None:
    request = request_class()
    request.accept()
    with pytest.raises(Refused):
        request.decline()
    assert request.status == "accepted"
