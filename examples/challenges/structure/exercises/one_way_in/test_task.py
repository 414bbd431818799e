import pytest
from given import Conflict, Join, NotAllowed, Project, sent

import task


@pytest.fixture
def join():
    sent.clear()
    return Join(Project(owner="ada", seats=1), "lin")


def service(name):
    assert hasattr(task, name), f"there is no service named {name}"
    return getattr(task, name)


def test_the_owner_accepts_without_a_view(join):
    service("accept")("ada", join)
    assert (join.status, join.project.team, sent) == ("accepted", ["lin"], ["lin: accepted"])


@pytest.mark.parametrize("name", ["accept", "decline"])
def test_a_service_refuses_a_stranger_whoever_calls_it(join, name):
    with pytest.raises(NotAllowed):
        service(name)("eve", join)
    assert (join.status, sent) == ("pending", []), "a refused call changes nothing"


@pytest.mark.parametrize("name", ["accept", "decline"])
def test_a_decided_request_stays_decided(join, name):
    join.status = "withdrawn"
    with pytest.raises(Conflict):
        service(name)("ada", join)
    assert (join.status, sent) == ("withdrawn", [])


def test_without_a_seat_nothing_is_accepted_and_nothing_told(join):
    join.project.team.append("noor")
    with pytest.raises(Conflict):
        service("accept")("ada", join)
    assert (join.status, sent) == ("pending", []), "decide everything before the first change"
    service("decline")("ada", join)  # a full team can still say no
    assert sent == ["lin: declined"]


@pytest.mark.parametrize(
    ("user", "action", "status"),
    [("ada", "accept", 200), ("ada", "decline", 200), ("eve", "accept", 403), ("ada", "x", 404)],
)
def test_the_view_answers_a_status(join, user, action, status):
    assert task.view(user, join, action) == status


def test_the_view_answers_409_for_what_is_decided(join):
    assert (task.view("ada", join, "decline"), task.view("ada", join, "accept")) == (200, 409)
