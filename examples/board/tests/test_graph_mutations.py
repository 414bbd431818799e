"""Every mutation: what it does, and how it says no."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import LazySettings

from notifications.digests import unsubscribe_token
from people import tokens
from people.models import Person, Skill
from projects.models import JoinRequest, Membership, Post, Project
from tests.factories import PASSWORD, make_person, make_post, make_project, make_request
from tests.graph_client import CORE, ask

pytestmark = pytest.mark.django_db
PROBLEM = "... on BoardProblem { code message field } __typename"


def change(
    call: str, select: str = "", viewer: Person | None = None, head: str = "", **variables: Any
) -> dict[str, Any]:
    """Run one mutation and return its result."""
    query = f"mutation{head} {{ {call} {{ {select} {PROBLEM} }} }}"
    result: dict[str, Any]
    [result] = ask(query, viewer, **variables).values()
    return result


def problem(*args: Any, **kwargs: Any) -> tuple[str, str | None]:
    """Run one mutation that should be refused; return code and field."""
    result = change(*args, **kwargs)
    assert result["__typename"] == "BoardProblem", result
    assert result["message"]
    return result["code"], result["field"]


def done(*args: Any, **kwargs: Any) -> None:
    """Run one mutation that should leave nothing to show."""
    assert change(*args, **kwargs)["__typename"] == "Done"


# --- Projects -------------------------------------------------------------------------------
ANNOUNCE = "announceProject(input: $input)"
SHOWN = "... on Project { slug title seats status contractUrl version skills { slug } }"


def announce(viewer: Person | None, **values: Any) -> dict[str, Any]:
    head = "($input: NewProject!)"
    values = {"title": "Timetable", "pitch": "For everybody."} | values
    return change(ANNOUNCE, SHOWN, viewer, head, input=values)


def test_announcing_a_project() -> None:
    Skill.objects.create(slug="sql", name="SQL")
    owner = make_person()
    assert announce(owner) == {
        "__typename": "Project",
        "slug": "timetable",
        "title": "Timetable",
        "seats": 3,
        "status": "OPEN",
        "contractUrl": "",
        "version": 1,
        "skills": [],
    }
    made = announce(
        owner,
        slug="other",
        seats=5,
        skills=["sql"],
        status="DRAFT",
        contractUrl="https://a.example",
    )
    assert made["skills"] == [{"slug": "sql"}]
    project = Project.objects.get(slug="other")
    assert (project.owner, project.seats, project.status) == (owner, 5, "draft")
    assert project.contract_url == "https://a.example"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": ""}, ("invalid", "title")),
        ({"title": "x" * 121}, ("invalid", "title")),
        ({"seats": 21}, ("invalid", "seats")),
        ({"seats": -1}, ("invalid", "seats")),
        ({"slug": "no slug"}, ("invalid", "slug")),
        ({"slug": "taken"}, ("slug_taken", "slug")),
        ({"contractUrl": "javascript:alert(1)"}, ("invalid", "contractUrl")),
        ({"skills": ["none"]}, ("unknown_skill", "skills")),
    ],
)
def test_what_makes_no_project(values: dict[str, Any], expected: tuple[str, str]) -> None:
    make_project(slug="taken")
    result = announce(make_person(), **values)
    assert (result["code"], result["field"]) == expected
    assert Project.objects.count() == 1


def test_updating_a_project_changes_what_is_named_and_nothing_else(people: SimpleNamespace) -> None:
    Skill.objects.create(slug="sql", name="SQL")
    call = "updateProject(project: $slug, changes: $changes, expectedVersion: $version)"
    head = "($slug: ID!, $changes: ProjectChanges!, $version: Int)"

    def update(version: int | None, **changes: Any) -> dict[str, Any]:
        return change(
            call, SHOWN, people.owner, head,
            slug=people.project.slug, changes=changes, version=version,
        )  # fmt: skip

    first = update(1, seats=7, skills=["sql"], contractUrl="https://a.example", status="BUILDING")
    assert (first["seats"], first["version"], first["title"]) == (7, 2, people.project.title)
    assert (first["skills"], first["status"]) == ([{"slug": "sql"}], "BUILDING")
    second = update(None, contractUrl="", skills=[])
    assert (second["contractUrl"], second["skills"], second["seats"]) == ("", [], 7)
    stale = update(1, seats=8)
    assert (stale["code"], stale["field"]) == ("stale_version", None)
    assert update(3, title="")["field"] == "title"


@pytest.mark.parametrize("name", ["title", "status", "seats", "contractUrl", "skills"])
def test_null_is_no_way_to_leave_something_out(name: str, people: SimpleNamespace) -> None:
    call, head = "updateProject(project: $slug, changes: $c)", "($slug: ID!, $c: ProjectChanges!)"
    values = {"slug": people.project.slug, "c": {name: None}}
    assert problem(call, "", people.owner, head, **values) == ("invalid", name)
    literal = f'updateProject(project: "{people.project.slug}", changes: {{ {name}: null }})'
    assert problem(literal, "", people.owner) == ("invalid", name)


@pytest.mark.parametrize("version", [None, 1, 2])
def test_deleting_a_project(people: SimpleNamespace, version: int | None) -> None:
    call, head = "deleteProject(project: $slug, expectedVersion: $v)", "($slug: ID!, $v: Int)"
    values = {"slug": people.project.slug, "v": version}
    if version == 2:
        assert problem(call, "", people.owner, head, **values) == ("stale_version", None)
    else:
        done(call, "", people.owner, head, **values)
    assert Project.objects.exists() is (version == 2)


def test_leaving_a_project(people: SimpleNamespace) -> None:
    call = f'leaveProject(project: "{people.project.slug}")'
    done(call, "", people.member)
    assert not Membership.objects.filter(person=people.member).exists()
    assert problem(call, "", people.owner) == ("owner_stays", None)


def test_an_export_is_for_who_asked(people: SimpleNamespace) -> None:
    call = f'requestExport(project: "{people.project.slug}", format: JSON)'
    select = "... on Export { id format status done total error finishedAt project { slug } }"
    made = change(call, select, people.member)
    assert made | {"id": ""} == {
        "__typename": "Export",
        "id": "",
        "format": "JSON",
        "status": "WAITING",
        "done": 0,
        "total": 0,
        "error": "",
        "finishedAt": None,
        "project": {"slug": people.project.slug},
    }
    query = "query($id: ID!) { export(id: $id) { status } }"
    assert ask(query, people.member, id=made["id"]) == {"export": {"status": "WAITING"}}
    assert ask(query, people.owner, id=made["id"]) == {"export": None}
    assert ask(query, None, id=made["id"]) == {"export": None}
    assert ask(query, people.member, id="x") == {"export": None}


# --- Requests -------------------------------------------------------------------------------
def test_asking_to_join(people: SimpleNamespace) -> None:
    call = f'askToJoin(project: "{people.project.slug}", message: "I build forms.")'
    select = "... on JoinRequest { status message person { name } project { slug } decidedAt }"
    assert change(call, select, people.stranger) == {
        "__typename": "JoinRequest",
        "status": "PENDING",
        "message": "I build forms.",
        "person": {"name": "Noor"},
        "project": {"slug": people.project.slug},
        "decidedAt": None,
    }
    assert problem(call, "", people.stranger) == ("already_asked", None)
    assert problem(call, "", people.member) == ("already_member", None)
    assert problem(call, "", people.owner) == ("not_allowed", None)


def test_accepting_and_declining(people: SimpleNamespace) -> None:
    first, second = (make_request(project=people.project) for _ in range(2))
    select = "... on Membership { role person { id } project { slug memberCount } }"
    assert change(f'acceptRequest(id: "{first.pk}")', select, people.owner) == {
        "__typename": "Membership",
        "role": "MEMBER",
        "person": {"id": str(first.person_id)},
        "project": {"slug": people.project.slug, "memberCount": 2},
    }
    assert problem(f'acceptRequest(id: "{first.pk}")', "", people.owner) == ("not_pending", None)
    select = "... on JoinRequest { status decidedBy { name } }"
    assert change(f'declineRequest(id: "{second.pk}")', select, people.owner) == {
        "__typename": "JoinRequest",
        "status": "DECLINED",
        "decidedBy": {"name": "Lin"},
    }


def test_withdrawing(people: SimpleNamespace) -> None:
    request = make_request(project=people.project, person=people.stranger)
    call, select = f'withdrawRequest(id: "{request.pk}")', "... on JoinRequest { status }"
    assert problem(call, "", people.owner) == ("not_allowed", None)
    assert change(call, select, people.stranger)["status"] == "WITHDRAWN"


# --- News -----------------------------------------------------------------------------------
WRITE = "writePost(input: $input)"


def write(viewer: Person, project: Project, **values: Any) -> dict[str, Any]:
    values = {"project": project.slug, "kind": "PROGRESS", "title": "A", "body": "B"} | values
    select = "... on Post { kind title body author { name } project { slug } solves { title } }"
    return change(WRITE, select, viewer, "($input: NewPost!)", input=values)


def test_writing_news(people: SimpleNamespace) -> None:
    blocker = make_post(project=people.project, kind="blocker", title="Stuck")
    made = write(people.member, people.project, kind="SOLUTION", solves=str(blocker.pk))
    assert made == {
        "__typename": "Post",
        "kind": "SOLUTION",
        "title": "A",
        "body": "B",
        "author": {"name": "Sam"},
        "project": {"slug": people.project.slug},
        "solves": {"title": "Stuck"},
    }
    assert write(people.member, people.project, title="")["field"] == "title"
    assert write(people.stranger, people.project)["code"] == "not_allowed"
    assert write(people.member, people.project, solves=str(blocker.pk))["field"] == "solves"
    assert write(people.member, people.project, solves="999")["code"] == "not_found"


def test_deleting_news(people: SimpleNamespace) -> None:
    post = make_post(project=people.project, author=people.member)
    call = f'deletePost(id: "{post.pk}")'
    assert problem(call, "", people.stranger) == ("not_allowed", None)
    done(call, "", people.member)
    assert not Post.objects.exists()
    assert problem(call, "", people.member) == ("not_found", None)


# --- Accounts -------------------------------------------------------------------------------
def test_signing_up_verifying_and_coming_back() -> None:
    head = "($input: NewPerson!)"
    values = {"email": "Ada@Example.org", "name": "Ada", "password": PASSWORD}
    done("signUp(input: $input)", "", None, head, input=values)
    person = Person.objects.get(email="ada@example.org")
    assert (person.is_verified, person.role) == (False, "backend")
    assert problem("signUp(input: $input)", "", None, head, input=values) == (
        "email_taken",
        "email",
    )
    weak = values | {"password": "1234", "email": "b@example.org"}
    assert problem("signUp(input: $input)", "", None, head, input=weak) == (
        "weak_password",
        "password",
    )
    assert announce(person)["code"] == "not_verified"
    done(f'verifyEmail(token: "{tokens.VERIFY_EMAIL.make(person)}")')
    person.refresh_from_db()
    assert announce(person)["__typename"] == "Project"
    assert problem('verifyEmail(token: "nonsense")') == ("invalid_token", "token")

    done('requestPasswordReset(email: "ada@example.org")')
    done('requestPasswordReset(email: "nobody@example.org")')
    token = tokens.RESET_PASSWORD.make(person)
    call = f'resetPassword(token: "{token}", password: "another long sentence")'
    done(call)
    person.refresh_from_db()
    assert person.check_password("another long sentence")
    assert problem(call) == ("invalid_token", "token")


def test_ending_the_digest_without_signing_in(people: SimpleNamespace) -> None:
    done(f'unsubscribe(token: "{unsubscribe_token(people.member)}")')
    people.member.profile.refresh_from_db()
    assert people.member.profile.digest is False
    assert problem('unsubscribe(token: "nonsense")') == ("invalid_token", "token")


def test_changing_the_profile(people: SimpleNamespace) -> None:
    Skill.objects.create(slug="sql", name="SQL")
    head, call = "($changes: ProfileChanges!)", "updateProfile(changes: $changes)"
    select = "... on Me { digest timezone person { name role bio skills { slug } } }"
    values = {"name": "Kofi", "role": "BOTH", "bio": "Hello", "digest": False, "skills": ["sql"]}
    values["timezone"] = "Africa/Nairobi"
    assert change(call, select, people.member, head, changes=values) == {
        "__typename": "Me",
        "digest": False,
        "timezone": "Africa/Nairobi",
        "person": {"name": "Kofi", "role": "BOTH", "bio": "Hello", "skills": [{"slug": "sql"}]},
    }
    twice = " ".join(
        f'{name}: updateProfile(changes: {{bio: "{name}"}}) {{ {select} }}' for name in ("a", "b")
    )
    shown = ask(f"mutation {{ {twice} }}", people.member)
    assert [shown[name]["person"]["bio"] for name in ("a", "b")] == ["a", "b"]
    wrong = {"timezone": "Mars"}
    assert problem(call, "", people.member, head, changes=wrong) == ("invalid", "timezone")


# --- What holds for all -----------------------------------------------------------------------
CALLS = {
    "announceProject": 'announceProject(input: {title: "A", pitch: "B"})',
    "updateProject": 'updateProject(project: "%(slug)s", changes: {seats: 4})',
    "deleteProject": 'deleteProject(project: "%(slug)s")',
    "leaveProject": 'leaveProject(project: "%(slug)s")',
    "requestExport": 'requestExport(project: "%(slug)s", format: CSV)',
    "askToJoin": 'askToJoin(project: "%(slug)s")',
    "acceptRequest": 'acceptRequest(id: "%(request)s")',
    "declineRequest": 'declineRequest(id: "%(request)s")',
    "withdrawRequest": 'withdrawRequest(id: "%(request)s")',
    "writePost": 'writePost(input: {project: "%(slug)s", kind: PROGRESS, title: "A", body: "B"})',
    "deletePost": 'deletePost(id: "%(post)s")',
    "updateProfile": 'updateProfile(changes: {bio: "Hello"})',
}
OPEN_TO_ALL = {"signUp", "verifyEmail", "requestPasswordReset", "resetPassword", "unsubscribe"}
# What happens to each: done, or the code of the refusal.
ALLOWED = {
    "announceProject": ("done", "done", "done", "done"),
    "updateProject": ("done", "not_allowed", "not_allowed", "done"),
    "deleteProject": ("done", "not_allowed", "not_allowed", "done"),
    "leaveProject": ("owner_stays", "done", "not_allowed", "not_allowed"),
    "requestExport": ("done", "done", "not_allowed", "done"),
    "askToJoin": ("not_allowed", "already_member", "done", "done"),
    "acceptRequest": ("done", "not_found", "not_found", "done"),
    "declineRequest": ("done", "not_found", "not_found", "done"),
    "withdrawRequest": ("not_allowed", "not_found", "not_found", "not_allowed"),
    "writePost": ("done", "done", "not_allowed", "not_allowed"),
    "deletePost": ("done", "not_allowed", "not_allowed", "done"),
    "updateProfile": ("done", "done", "done", "done"),
}
ROLES = ("owner", "member", "stranger", "staff")


def test_the_table_has_every_mutation() -> None:
    assert set(CALLS) == set(ALLOWED) == set(CORE.mutation_type.fields) - OPEN_TO_ALL


@pytest.mark.parametrize("role", [*ROLES, "unverified", "anonymous"])
@pytest.mark.parametrize("name", CALLS)
def test_who_may_do_what(name: str, role: str, people: SimpleNamespace) -> None:
    people.unverified, people.anonymous = make_person(verified=False), None
    rows = {
        "slug": people.project.slug,
        "request": make_request(project=people.project).pk,
        "post": make_post(project=people.project).pk,
    }
    result = change(CALLS[name] % rows, "", getattr(people, role))
    if role == "anonymous":
        expected = "not_authenticated"
    elif role == "unverified":
        hidden = dict.fromkeys(["acceptRequest", "declineRequest", "withdrawRequest"], "not_found")
        expected = hidden.get(name, "not_verified")
    else:
        expected = ALLOWED[name][ROLES.index(role)]
    assert result.get("code", "done") == expected


@pytest.mark.parametrize("name", sorted(set(CALLS) - {"announceProject", "updateProfile"}))
def test_what_is_not_there_is_not_found(name: str, people: SimpleNamespace) -> None:
    rows = {"slug": "nowhere", "request": "x", "post": "99999"}
    assert problem(CALLS[name] % rows, "", people.owner) == ("not_found", None)


def test_a_refusal_stops_no_other_mutation(people: SimpleNamespace) -> None:
    first, second = CALLS["deletePost"] % {"post": "0"}, CALLS["announceProject"]
    both = f"mutation {{ a: {first} {{ __typename }} b: {second} {{ __typename }} }}"
    assert ask(both, people.owner) == {
        "a": {"__typename": "BoardProblem"},
        "b": {"__typename": "Project"},
    }


@pytest.mark.parametrize(
    ("scope", "call"),
    [
        ("join", 'askToJoin(project: "nowhere")'),
        ("export", 'requestExport(project: "nowhere", format: JSON)'),
        ("sign_in", 'unsubscribe(token: "x")'),
        ("sign_in", 'verifyEmail(token: "x")'),
        ("sign_up", 'signUp(input: {email: "x", name: "A", password: "B"})'),
        ("password_reset", 'requestPasswordReset(email: "a@example.org")'),
        ("password_reset", 'resetPassword(token: "x", password: "y")'),
    ],
)
def test_each_mutation_is_counted_however_many_a_request_has(
    scope: str, call: str, people: SimpleNamespace, settings: LazySettings
) -> None:
    rates = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"] | {scope: "2/min"}
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {"DEFAULT_THROTTLE_RATES": rates}
    calls = " ".join(f"c{n}: {call} {{ {PROBLEM} }}" for n in range(3))
    found = ask(f"mutation {{ {calls} }}", people.stranger)
    codes = [result.get("code") for result in found.values()]
    assert "throttled" not in codes[:2]
    assert codes[2] == "throttled"
    assert "Try again in" in found["c2"]["message"]


def test_requests_have_no_other_status() -> None:
    assert {status.name for status in JoinRequest.Status} == set(
        CORE.get_type("JoinRequestStatus").values
    )
