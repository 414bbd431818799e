"""GraphQL, field by field and role by role, against the table in `tests.permissions`."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from graphql import (
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
)
from pytest_django import Settings

from graph.schema import schema
from notifications.digests import unsubscribe_token
from people import tokens
from tests.factories import PASSWORD
from tests.permissions import GRAPHQL, HIDDEN, REST, TYPES, parse
from tests.world import Answer, World, world

pytestmark = pytest.mark.django_db
__all__ = ["world"]  # the fixture

URL = "/graphql/"
SCHEMA = schema._schema
ROOTS: dict[str, Any] = {"query": SCHEMA.query_type, "mutation": SCHEMA.mutation_type}
TABLE = parse(GRAPHQL)
ROLES = GRAPHQL.split("\n")[1].split()
LINES = [(kind, name) for kind, lines in TABLE.items() for name in lines]
STATUS = {"not_authenticated": 401, "not_verified": 403, "not_allowed": 403, "not_found": 404}
PAGES = ("Connection", "Edge", "PageInfo")

# What each field is asked with: right for who may, so that who may not is refused for that alone.
ARGUMENTS: dict[str, Callable[[World, Any], str]] = {
    "person": lambda world, key: f'(id: "{key}")',
    "project": lambda world, key: f'(slug: "{key}")',
    "posts": lambda world, key: f'(project: "{key}")' if key else "",
    "members": lambda world, key: f'(project: "{key}")',
    "export": lambda world, key: f'(id: "{key}")',
    "announceProject": lambda world, key: '(input: {title: "Bus stops", pitch: "On a map."})',
    "updateProject": lambda world, key: f'(project: "{key}", changes: {{pitch: "New words."}})',
    "deleteProject": lambda world, key: f'(project: "{key}")',
    "leaveProject": lambda world, key: f'(project: "{key}")',
    "requestExport": lambda world, key: f'(project: "{key}", format: JSON)',
    "askToJoin": lambda world, key: f'(project: "{key}", message: "Please.")',
    "acceptRequest": lambda world, key: f'(id: "{key}")',
    "declineRequest": lambda world, key: f'(id: "{key}")',
    "withdrawRequest": lambda world, key: f'(id: "{key}")',
    "writePost": lambda world, key: (
        f'(input: {{project: "{key}", kind: PROGRESS, title: "News", body: "It works."}})'
    ),
    "deletePost": lambda world, key: f'(id: "{key}")',
    "updateProfile": lambda world, key: '(changes: {bio: "I build."})',
    "signUp": lambda world, key: (
        f'(input: {{email: "new@example.org", name: "Mia", password: "{PASSWORD}"}})'
    ),
    "verifyEmail": lambda world, key: (
        f'(token: "{tokens.VERIFY_EMAIL.make(world.people["newcomer"])}")'
    ),
    "requestPasswordReset": lambda world, key: f'(email: "{world.people["asker"].email}")',
    "unsubscribe": lambda world, key: f'(token: "{unsubscribe_token(world.people["asker"])}")',
    "resetPassword": lambda world, key: (
        f'(token: "{tokens.RESET_PASSWORD.make(world.people["asker"])}",'
        ' password: "quite another sentence")'
    ),
}


def select(kind: Any, steps: int) -> str:
    """Write a selection of every value of a type, and of what it leads to in so many steps."""
    kind = get_named_type(kind)
    if is_leaf_type(kind):
        return ""
    if isinstance(kind, GraphQLUnionType):
        parts = [f"... on {each.name} {select(each, steps)}" for each in kind.types]
        return f"{{ __typename {' '.join(parts)} }}"
    page = kind.name.endswith(PAGES)  # a page is no step, the rows on it are
    chosen = [
        f"{name} {select(field.type, steps if page else steps - 1)}"
        for name, field in kind.fields.items()
        if page or steps or is_leaf_type(get_named_type(field.type))
    ]
    return f"{{ {' '.join(chosen)} }}"


def ask(
    world: World,
    kind: str,
    name: str,
    role: str,
    *,
    missing: bool = False,
    steps: int = 1,
    **options: Any,
) -> Answer:
    """Send what the line is about; `missing` puts a key of nothing in the place of a thing."""
    field, _, thing = name.partition(" ")
    key = world.fill(thing, role, missing=missing)
    arguments = ARGUMENTS[field](world, key) if field in ARGUMENTS else ""
    document = f"{kind} {{ {field}{arguments} {select(ROOTS[kind].fields[field].type, steps)} }}"
    return send(world, document, world.bearer(role), **options)


def send(world: World, document: str, headers: dict[str, str], **options: Any) -> Answer:
    return world.send("POST", URL, json.dumps({"query": document}), headers=headers, **options)


def status_of(answer: Answer, role: str) -> int:
    """Return the status that REST would answer."""
    body = json.loads(answer.text)
    assert (answer.status, body.get("errors")) == (200, None)
    (found,) = body["data"].values()
    if found is None:
        return 404
    if found.get("__typename") != "BoardProblem":
        return 200
    if STATUS.get(found["code"]) == 403:
        assert found["code"] == ("not_verified" if role == "unverified" else "not_allowed")
    return STATUS.get(found["code"], 409)


# --- The table and the schema --------------------------------------------------------------
@pytest.mark.parametrize("kind", TABLE)
def test_every_field_has_a_line_and_every_line_a_field(kind: str) -> None:
    root = ROOTS[kind]
    written = {name.partition(" ")[0] for name in TABLE[kind]}
    assert root.fields.keys() == written, (
        f"Lines of GRAPHQL in tests/permissions.py to write: {root.fields.keys() - written},"
        f" to take out: {written - root.fields.keys()}."
    )


def test_every_type_has_the_fields_of_the_table() -> None:
    types: dict[str, Any] = dict(SCHEMA.type_map)
    found = {
        name: set(kind.fields)
        for name, kind in types.items()
        if isinstance(kind, GraphQLObjectType | GraphQLInputObjectType)
        and not name.startswith("__")
        and not name.endswith(PAGES)
        and kind not in ROOTS.values()
    }
    written = {name: set(fields.split()) for name, fields in TYPES.items()}
    assert found == written, "TYPES in tests/permissions.py says which fields everybody may have"
    assert {name: set(types[name].fields) for name in ("PageInfo", "PostEdge")} == {
        "PageInfo": {"hasNextPage", "hasPreviousPage", "startCursor", "endCursor"},
        "PostEdge": {"cursor", "node"},
    }


@pytest.mark.parametrize(("kind", "name"), LINES)
def test_every_field_as_every_role(kind: str, name: str, world: World) -> None:
    cells, changes = {}, {}
    for role in ROLES:
        answer = ask(world, kind, name, role)
        shown = world.shows(answer.text, role)
        cells[role] = f"{status_of(answer, role)}:{shown}".removesuffix(":")
        changes[role] = answer.changes
    wrong = TABLE[kind][name].difference(cells, changes)
    assert not wrong, "\n".join([f"{kind} {name}", *wrong])


@pytest.mark.parametrize("role", ROLES)
def test_no_way_round_shows_more(role: str, world: World) -> None:
    """From one row to the next, three steps far, there is nothing that no line shows."""
    known = {letter for _, name in LINES for letter in _cell(name, role).partition(":")[2]}
    for name in TABLE["query"]:
        answer = ask(world, "query", name, role, steps=3)
        assert json.loads(answer.text).get("errors") is None
        assert set(world.shows(answer.text, role)) <= known, name


def _cell(name: str, role: str) -> str:
    return next(lines[name] for lines in TABLE.values() if name in lines).cells[role]


# --- What does not exist for somebody ------------------------------------------------------
@pytest.mark.parametrize(("kind", "name"), [line for line in LINES if "{" in line[1]])
def test_what_is_hidden_is_not_there(kind: str, name: str, world: World) -> None:
    """Every answer is the one for a thing that does not exist, to the last byte."""
    cells = TABLE[kind][name].cells
    hidden = HIDDEN.get(name.partition("{")[2].strip("}"), "").split()
    for role in (role for role in ROLES if role in hidden or cells[role] == "404"):
        real, none = (ask(world, kind, name, role, missing=flag) for flag in (False, True))
        assert (real.status, real.text) == (none.status, none.text), role


def test_a_solution_cannot_name_what_is_hidden(world: World) -> None:
    """Whether there is such a post in a draft of others, the answer does not tell."""
    document = """mutation { writePost(input: {
        project: "maps", kind: SOLUTION, title: "Solved", body: "An index.", solves: "%s"
    }) { __typename ... on BoardProblem { code message field } } }"""
    answers = {
        name: send(world, document % key, world.bearer("member"))
        for name, key in (
            ("sealed", world.key("sealed", "member")),
            ("missing", 10**12),
            ("plan", world.key("plan", "member")),  # they may know it; it is elsewhere
        )
    }
    assert answers["sealed"].text == answers["missing"].text
    for answer in answers.values():
        assert json.loads(answer.text)["data"]["writePost"]["__typename"] == "BoardProblem"
        assert not answer.changes


@pytest.mark.parametrize(
    "question",
    [
        'projects(search: "planted-h")',
        "projects(status: DRAFT)",
        'projects(owner: "%s")',
        'projects(skill: "django", order: OLDEST)',
        'posts(project: "secrets")',
        'posts(project: "plans", kind: BLOCKER)',
        'members(project: "secrets")',
        "requests(status: PENDING)",
    ],
)
@pytest.mark.parametrize("role", ["anonymous", "stranger"])
def test_no_question_finds_what_is_hidden(question: str, role: str, world: World) -> None:
    field = ROOTS["query"].fields[question.partition("(")[0]]
    question = question.replace("%s", str(world.people["founder"].pk))
    answer = send(world, f"{{ {question} {select(field.type, 1)} }}", world.bearer(role))
    assert json.loads(answer.text).get("errors") is None
    assert set(world.shows(answer.text, role)) <= set("onm")


# --- One answer for both interfaces ----------------------------------------------------------
REST_LINES = {
    "announceProject": "POST projects/",
    "updateProject": "PATCH projects/*/",
    "deleteProject": "DELETE projects/*/",
    "leaveProject": "POST projects/*/leave/",
    "requestExport": "POST projects/*/exports/",
    "askToJoin": "POST projects/*/requests/",
    "acceptRequest": "POST requests/*/accept/",
    "declineRequest": "POST requests/*/decline/",
    "withdrawRequest": "POST requests/*/withdraw/",
    "writePost": "POST projects/*/posts/",
    "deletePost": "DELETE projects/*/posts/*/",
    "updateProfile": "PATCH me/",
    "signUp": "POST auth/sign-up/",
    "verifyEmail": "POST auth/verify-email/",
    "requestPasswordReset": "POST auth/password-reset/",
    "unsubscribe": "POST auth/unsubscribe/",
    "resetPassword": "POST auth/password-reset/confirm/",
}


@pytest.mark.parametrize("name", TABLE["mutation"])
def test_rest_allows_the_same_to_the_same(name: str) -> None:
    field, _, thing = name.partition(" ")
    method, heading = REST_LINES[field].split()
    rest = parse(REST)
    twins = [
        lines[method]
        for other, lines in rest.items()
        if method in lines
        and (not thing or thing in other)
        and "{open}/posts/{plan}" not in other  # a post under the address of another project
        and "*".join(part.partition("{")[0] for part in other.split("}")) == heading
    ]
    for twin in twins:
        ours = TABLE["mutation"][name]
        assert {role: cell[0] == "2" for role, cell in ours.cells.items()} == {
            role: cell[0] == "2" for role, cell in twin.cells.items()
        }
        assert ours.changes == twin.changes
    assert twins or thing in {"{sealed}", "{hidden}"}


# --- Ways in that are none -----------------------------------------------------------------
BY_SESSION = [("query", "me"), ("mutation", "deleteProject {open}")]


@pytest.mark.parametrize("csrf", [True, False])
@pytest.mark.parametrize(("kind", "name"), BY_SESSION)
def test_a_session_opens_nothing(kind: str, name: str, csrf: bool, world: World) -> None:
    """A browser sends the cookie of the admin along, whoever asks."""
    answer = ask(world, kind, name, "anonymous", session="superuser", csrf=csrf)
    assert str(status_of(answer, "anonymous")) == TABLE[kind][name].cells["anonymous"]
    assert not answer.changes


@pytest.mark.parametrize(("kind", "name"), BY_SESSION)
def test_in_development_a_session_needs_the_token_of_the_page(
    kind: str, name: str, world: World, settings: Settings
) -> None:
    settings.DEBUG = True
    answer = ask(world, kind, name, "anonymous", session="superuser", csrf=False)
    assert (answer.status, answer.changes) == (403, set())
    answer = ask(world, kind, name, "anonymous", session="superuser")
    assert status_of(answer, "superuser") == 200


MUTATION = 'mutation { deleteProject(project: "maps") { __typename } }'


@pytest.mark.parametrize(
    ("method", "url", "body", "content_type"),
    [
        ("GET", f"{URL}?query={MUTATION}", "", "application/json"),
        ("POST", f"{URL}?query={MUTATION}", "", "application/json"),
        ("POST", URL, f"query={MUTATION}", "application/x-www-form-urlencoded"),
        ("POST", URL, json.dumps({"query": MUTATION}), "text/plain"),
        ("POST", URL, json.dumps({"query": MUTATION}), "multipart/form-data; boundary=x"),
        ("POST", URL, json.dumps([{"query": MUTATION}]), "application/json"),
        ("PUT", URL, json.dumps({"query": MUTATION}), "application/json"),
    ],
)
def test_only_json_by_post_runs(
    method: str, url: str, body: str, content_type: str, world: World
) -> None:
    """The owner signs in rightly; what another site could have a browser send runs nothing."""
    answer = world.send(method, url, body, headers=world.bearer("owner"), content_type=content_type)
    assert answer.status in {400, 405, 415}
    assert not answer.changes


@pytest.mark.parametrize(
    "document", ["{ __schema { types { name } } }", '{ __type(name: "Me") { name } }']
)
@pytest.mark.parametrize("role", ROLES)
def test_the_schema_is_closed_in_production(role: str, document: str, world: World) -> None:
    answer = send(world, document, world.bearer(role))
    assert "data" not in json.loads(answer.text)
