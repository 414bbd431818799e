"""What clients rely on, at each step. No test names a function of the code behind it."""

from collections.abc import Iterator

import pytest
from django.core import mail
from django.test.utils import override_settings

import world

STEPS = ["step_0", "step_1", "step_2", "step_3", "step_4", "step_5"]
NEW = {"slug": "seed-swap", "title": "Seed swap", "pitch": "Trade seeds.", "skills": ["django"]}


@pytest.fixture(params=STEPS, autouse=True)
def step(request: pytest.FixtureRequest) -> Iterator[str]:
    world.reset()
    with override_settings(ROOT_URLCONF=f"steps.{request.param}"):
        yield request.param


@pytest.fixture
def ada():
    return world.person("ada")


@pytest.fixture
def lin():
    return world.person("lin")


@pytest.fixture
def bus(ada):
    return world.project(ada, seats=1)


def error(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]


def test_the_list_is_searched_filtered_and_cut_into_pages(ada):
    for number in range(21):
        world.project(ada, f"bus-{number:02}", is_open=number != 3)
    get = world.client().get
    first = get("/projects/").json()
    assert (first["count"], len(first["results"])) == (21, 20)
    entry = {"slug": "bus-00", "title": "Bus 00", "owner": "ada", "skills": ["django"]}
    assert first["results"][0].items() >= {**entry, "is_open": True}.items()
    assert get("/projects/?page=2").json()["results"][0]["slug"] == "bus-20"
    assert error(get("/projects/?page=9")) == (404, "not_found")
    assert get("/projects/?search=BUS 07").json()["count"] == 1
    assert get("/projects/?skill=vue").json()["count"] == 0
    assert get("/projects/?open=true").json()["count"] == 20


def test_an_announced_project_can_be_read(ada, bus):
    created = world.client(ada).post("/projects/", NEW)
    assert created.status_code == 201
    assert created.json() == world.client().get("/projects/seed-swap/").json()
    assert created.json() == {
        **NEW,
        **{"owner": "ada", "seats_free": 3, "is_open": True},
        "team": [{"name": "ada", "role": "owner"}],
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "x" * 121),
        ("pitch", None),
        ("slug", "bus-times"),
        ("slug", "no blanks"),
        ("seats", 0),
        ("seats", "many"),
        ("skills", ["cobol"]),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_saved(ada, bus, field, value):
    answer = world.client(ada).post("/projects/", {**NEW, field: value})
    assert error(answer) == (400, "invalid")
    assert list(answer.json()["fields"]) == [field]  # its text may change
    assert world.client().get("/projects/").json()["count"] == 1


def test_a_body_that_is_no_object_is_refused(ada):
    post = world.client(ada).post
    answer = post("/projects/", '{"title":', content_type="application/json")
    assert error(answer) == (400, "parse_error")
    assert error(post("/projects/", [])) == (400, "invalid")


def test_writing_asks_for_a_sign_in(lin, bus):
    pk = world.request(bus, lin).pk
    stranger, forger = world.client(), world.client()
    forger.credentials(HTTP_AUTHORIZATION="Token abc")
    for path in ("/projects/", "/projects/bus-times/join/", f"/requests/{pk}/accept/"):
        assert error(stranger.post(path, {})) == (401, "not_authenticated")
        assert error(forger.post(path, {})) == (401, "authentication_failed")


def test_only_the_owner_changes_reads_requests_and_declines(lin, bus):
    pk = world.request(bus, lin).pk
    client, denied = world.client(lin), (403, "permission_denied")
    assert error(client.patch("/projects/bus-times/", {"seats": 9})) == denied
    assert error(client.get("/projects/bus-times/requests/")) == denied
    assert error(client.post(f"/requests/{pk}/decline/")) == denied


def test_a_change_keeps_what_it_does_not_name(ada, bus):
    answer = world.client(ada).patch("/projects/bus-times/", {"seats": 5, "is_open": False})
    changed = answer.json()
    assert (changed["seats_free"], changed["is_open"]) == (5, False)
    assert changed["title"] == "Bus Times"
    answer = world.client(ada).patch("/projects/bus-times/", {"title": "", "seats": 99})
    assert sorted(answer.json()["fields"]) == ["seats", "title"]


def test_asking_to_join_mails_the_owner(ada, lin, bus):
    answer = world.client(lin).post("/projects/bus-times/join/", {"message": "I know maps."})
    assert answer.status_code == 201
    requests = world.client(ada).get("/projects/bus-times/requests/").json()
    assert requests == [answer.json()]
    assert answer.json().items() >= {"name": "lin", "status": "pending"}.items()
    assert [message.to for message in mail.outbox] == [["ada@example.org"]]
    assert "I know maps." in mail.outbox[0].body


def test_nobody_asks_twice_or_for_what_is_closed(ada, lin, bus):
    def ask(user):
        return world.client(user).post("/projects/bus-times/join/", {})

    assert error(ask(ada)) == (409, "already_member")
    assert ask(lin).status_code == 201
    assert error(ask(lin)) == (409, "already_asked")
    world.client(ada).patch("/projects/bus-times/", {"is_open": False})
    assert error(ask(world.person("noor"))) == (409, "not_open")
    assert len(mail.outbox) == 1


def test_accepting_fills_the_team_until_no_seat_is_left(ada, lin, bus):
    first, second = world.request(bus, lin), world.request(bus, world.person("noor"))
    post = world.client(ada).post
    assert post(f"/requests/{first.pk}/accept/").json()["status"] == "accepted"
    assert error(post(f"/requests/{first.pk}/accept/")) == (409, "not_pending")
    assert error(post(f"/requests/{second.pk}/accept/")) == (409, "no_seat")
    team = world.client().get("/projects/bus-times/").json()["team"]
    assert [row["name"] for row in team] == ["ada", "lin"]
    assert [message.to for message in mail.outbox] == [["lin@example.org"]]


def test_declining_is_told_too(ada, lin, bus):
    pk = world.request(bus, lin).pk
    assert world.client(ada).post(f"/requests/{pk}/decline/").json()["status"] == "declined"
    assert "declined" in mail.outbox[0].subject


def test_what_does_not_exist_is_404_and_other_methods_are_405(ada, bus):
    client = world.client(ada)
    for path in ("/projects/nothing/", "/projects/nothing/requests/", "/nothing/"):
        assert client.get(path).status_code == 404
    assert error(client.post("/requests/999/accept/")) == (404, "not_found")
    assert error(client.delete("/projects/bus-times/")) == (405, "method_not_allowed")
    assert error(client.get("/projects/bus-times/join/")) == (405, "method_not_allowed")
