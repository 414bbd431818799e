import pytest

from task import drop_withdrawn


def requests_of(*statuses):
    return [
        {"person": person, "status": status}
        for person, status in zip("ABCDEF", statuses, strict=False)
    ]


def people(requests):
    return [request["person"] for request in requests]


def test_two_withdrawn_requests_in_a_row_both_go():
    requests = requests_of("pending", "withdrawn", "withdrawn", "accepted")
    drop_withdrawn(requests)
    assert people(requests) == ["A", "D"], (
        "one of two withdrawn requests in a row is still there, or a request too many is gone"
    )


def test_the_list_of_the_caller_changes():
    requests = requests_of("withdrawn", "pending")
    shown_on_the_page = requests
    drop_withdrawn(requests)
    assert people(shown_on_the_page) == ["B"], "the page holds this very list: change it in place"


@pytest.mark.parametrize("status", ["pending", "accepted", "declined"])
def test_other_requests_stay_in_order(status):
    requests = requests_of(status, "withdrawn", status)
    drop_withdrawn(requests)
    assert people(requests) == ["A", "C"], f"a request that is {status} stays where it is"


def test_all_withdrawn_and_none_at_all():
    for requests in (requests_of("withdrawn", "withdrawn", "withdrawn"), []):
        drop_withdrawn(requests)
        assert requests == [], "nothing is left when all have withdrawn"
