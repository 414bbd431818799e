"""REST, method by method and role by role, against the table in `tests.permissions`."""

import base64
import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import jwt
import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import resolve
from rest_framework.authtoken.models import Token
from rest_framework_simplejwt.tokens import AccessToken

from notifications.digests import unsubscribe_token
from people import tokens
from people.models import Person
from tests.factories import PASSWORD
from tests.permissions import FIELDS, FIELDS_V2, HIDDEN, REST, TAKES, Line, parse
from tests.world import Answer, World, changed, routes, snapshot, world

pytestmark = pytest.mark.django_db
__all__ = ["changed", "world"]  # the fixtures

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
READS = {"GET", "HEAD", "OPTIONS"}
TABLE = parse(REST)
ROLES = REST.split("\n")[1].split()
URLS = [
    url
    for heading in TABLE
    for url in ([heading] if heading[0] == "/" else [f"/api/v1/{heading}", f"/api/v2/{heading}"])
]
NOWHERE = "nothing-here"
NOT_ALLOWED = Line(dict.fromkeys(ROLES, "405"), set())

# What each write sends: right for who may, so that who may not is refused for that alone.
POST = {"kind": "progress", "title": "News", "body": "It works."}
BODIES: dict[str, Callable[[World, str], dict[str, Any]]] = {
    "POST projects/": lambda world, role: {"title": "Bus stops", "pitch": "On a map."},
    "PATCH projects/*/": lambda world, role: {"pitch": "New words."},
    "POST projects/*/posts/": lambda world, role: POST,
    "POST projects/*/requests/": lambda world, role: {"message": "Please."},
    "POST projects/*/exports/": lambda world, role: {"format": "json"},
    "PATCH me/": lambda world, role: {"bio": "I build."},
    "POST auth/sign-up/": lambda world, role: {
        "email": "new@example.org",
        "name": "Mia",
        "password": PASSWORD,
    },
    "POST auth/verify-email/": lambda world, role: {
        "token": tokens.VERIFY_EMAIL.make(world.people["newcomer"])
    },
    "POST auth/password-reset/": lambda world, role: {"email": world.people["asker"].email},
    "POST auth/password-reset/confirm/": lambda world, role: {
        "token": tokens.RESET_PASSWORD.make(world.people["asker"]),
        "password": "quite another sentence",
    },
    "POST auth/jwt/": lambda world, role: _credentials(world),
    "POST auth/jwt/refresh/": lambda world, role: {"refresh": str(world.refresh["asker"])},
    "POST auth/jwt/verify/": lambda world, role: {"token": str(world.refresh["asker"])},
    "POST auth/token/": lambda world, role: _credentials(world),
    "POST auth/unsubscribe/": lambda world, role: {
        "token": unsubscribe_token(world.people["asker"])
    },
    "POST auth/logout/": lambda world, role: {
        "refresh": str(world.refresh.get(role, world.refresh["asker"]))
    },
}


def _credentials(world: World) -> dict[str, Any]:
    return {"email": world.people["asker"].email, "password": PASSWORD}


def heading_of(url: str) -> str:
    return re.sub("^/api/v[12]/", "", url)


def starred(line: str) -> str:
    return re.sub("{.*?}", "*", line)


def ask(
    world: World,
    method: str,
    url: str,
    role: str,
    *,
    missing: bool = False,
    more: dict[str, Any] | None = None,
    session: str = "",
    headers: dict[str, str] | None = None,
) -> Answer:
    """Send what the line is about; `missing` puts keys of nothing in the place of things."""
    make = BODIES.get(starred(f"{method} {heading_of(url)}"))
    body = make(world, role) if make else {}
    headers = world.bearer(role) | (headers or {})
    if method in {"PATCH", "DELETE"}:
        headers["If-Match"] = "*"
    return world.send(
        method,
        world.fill(url, role, missing=missing),
        "" if method in READS else json.dumps(body | (more or {})),
        headers=headers,
        session=session,
    )


# --- The table and the routes --------------------------------------------------------------
def test_every_route_has_a_line_and_every_line_a_route(world: World) -> None:
    """The admin has a table of its own; see `test_permissions_admin`."""
    written: dict[str, list[str]] = {}
    for url in URLS:
        written.setdefault(resolve(world.fill(url, "stranger")).route, []).append(url)
    lacking = {route for route in routes() if not route.startswith("admin/")} - written.keys()
    assert not lacking, (
        f"Nobody has decided who may use {lacking}: write a heading for each, and its lines,"
        " into REST in tests/permissions.py."
    )
    idle = [urls for urls in written.values() if NOWHERE in str(urls) and len(urls) > 1]
    assert not idle, f"No route answers to one of {idle}: take it out of tests/permissions.py."


@pytest.mark.parametrize("url", URLS)
def test_every_method_as_every_role(url: str, world: World) -> None:
    lines = TABLE[heading_of(url)]
    wrong = []
    for method in METHODS:
        line = lines.get("GET" if method == "HEAD" else method) or lines.get("ANY")
        cells, changes = {}, {}
        for role in ROLES:
            answer = ask(world, method, url, role)
            shown = world.shows(answer.text, role)
            if method == "HEAD" and line:
                assert not answer.text
                shown = line.cells[role].partition(":")[2]  # what GET shows
            cells[role] = f"{answer.status}:{shown}".removesuffix(":")
            changes[role] = answer.changes
            wrong += [
                f"{method} as {role}: {text}"
                for text in (*wrong_names(url, answer), *wrong_code(role, answer))
            ]
        found = (line or NOT_ALLOWED).difference(cells, changes)
        wrong += [f"{method}: {text}" for text in found]
        if found and not line:
            wrong.append(f"There is no line for {method} in tests/permissions.py: write it.")
    assert not wrong, "\n".join([url, *wrong])


def wrong_names(url: str, answer: Answer) -> list[str]:
    """Compare the names in a JSON answer with FIELDS; check that a count counts what is shown."""
    if answer.headers.get("Content-Type") != "application/json" or not answer.text:
        return []
    if not url.startswith("/api/v"):
        return []  # one page each, not made of rows
    data = json.loads(answer.text)
    rows = data.get("results", [data])
    wrong = [] if data.get("count", len(rows)) == len(rows) else ["it counts what it hides"]
    word = [word for word in heading_of(url).split("/") if word in FIELDS][-1]
    expected = set(FIELDS[word].split())
    if url.startswith("/api/v2/"):
        expected |= set(FIELDS_V2.get(word, "").split())
    for row in rows:
        empty = tuple(f"{name}." for name, value in row.items() if value is None)
        if (names := names_in(row)) ^ {name for name in expected if not name.startswith(empty)}:
            wrong.append(f"FIELDS has {sorted(expected)}, the answer {sorted(names)}")
    return wrong


def wrong_code(role: str, answer: Answer) -> list[str]:
    """Compare the reason of a refusal: to sign in, to verify the address, or neither helps."""
    if answer.status not in {401, 403} or not answer.text:
        return []
    code = json.loads(answer.text)["code"]
    reasons = {"anonymous": "not_authenticated", "unverified": "not_verified"}
    return [] if code == reasons.get(role, "not_allowed") else [f"the reason is {code}"]


def names_in(value: Any, start: str = "") -> set[str]:
    """Return the names in an object, and in the objects within it, with dots."""
    if not isinstance(value, dict):
        return set()
    names = {start + name for name in value}
    return names.union(*(names_in(inner, f"{start}{name}.") for name, inner in value.items()))


@pytest.mark.parametrize("url", [url for url in URLS if url.startswith("/api/v2/")])
def test_a_session_opens_nothing(url: str, world: World) -> None:
    """The cookie of the admin is sent along by a browser, whoever asks: here it is nobody."""
    for method, line in TABLE[heading_of(url)].items():
        if method != "ANY":
            answer = ask(world, method, url, "anonymous", session="superuser")
            found = f"{answer.status}:{world.shows(answer.text, 'anonymous')}".removesuffix(":")
            assert found == line.cells["anonymous"]


# --- What does not exist for somebody ------------------------------------------------------
@pytest.mark.parametrize("url", [url for url in URLS if "{" in url])
def test_what_is_hidden_is_not_there(url: str, world: World) -> None:
    """Every answer is the one for a thing that does not exist, to the last byte."""
    lines = TABLE[heading_of(url)].values()
    roles = {role for line in lines for role in ROLES if line.cells[role] == "404"}
    for name in re.findall(r"{(\w+)}", url):
        roles.update(HIDDEN.get(name, "").split())
    for role in sorted(roles):
        for method in METHODS:
            real, none = (ask(world, method, url, role, missing=flag) for flag in (False, True))
            assert _faceless(real, world.fill(url, role)) == _faceless(
                none, world.fill(url, role, missing=True)
            ), f"{method} {url} tells {role} that there is something"


def _faceless(answer: Answer, path: str) -> tuple[Any, ...]:
    """Leave out what repeats the request."""
    own = {"X-Request-ID", "Content-Length", "Link"}
    headers = {name: value for name, value in answer.headers.items() if name not in own}
    return answer.status, headers, answer.text.replace(path, "")


# --- What is written beside what may be written ------------------------------------------------
COLUMNS = {
    name
    for label in ("people", "projects", "exports", "notifications", "api")
    for model in apps.get_app_config(label).get_models()
    for field in model._meta.get_fields()
    for name in (field.name, getattr(field, "attname", field.name))
}


def test_every_body_has_its_names_in_the_table() -> None:
    assert BODIES.keys() == {starred(line) for line in TAKES}


@pytest.mark.parametrize("root", ["/api/v1/", "/api/v2/"])
@pytest.mark.parametrize("line", TAKES)
def test_nothing_but_what_the_table_names_is_written(line: str, root: str, world: World) -> None:
    method, heading = line.split()
    taken = set(TAKES[line].split())
    cells = TABLE[heading][method].cells
    role = next(role for role in ROLES if cells[role][0] == "2")
    for name in sorted(COLUMNS - taken):
        answer = ask(world, method, root + heading, role, more={name: 1})
        assert (answer.status, answer.changes) == (400, set()), f"{name} is written, or ignored"
        errors = json.loads(answer.text)["errors"]
        assert {(error["pointer"], error["code"]) for error in errors} == {
            (f"#/{name}", "unknown_field")
        }


@pytest.mark.parametrize(
    "heading",
    [
        heading
        for heading, lines in TABLE.items()
        if "POST" in lines and starred(f"POST {heading}") not in BODIES and heading[0] != "/"
    ],
)
def test_a_body_that_nobody_asked_for_changes_nothing(heading: str, world: World) -> None:
    more = {"person": world.people["owner"].pk, "project": "trams", "role": "owner", "status": "x"}
    for role in ROLES:
        answer = ask(world, "POST", f"/api/v2/{heading}", role, more=more)
        line = TABLE[heading]["POST"]
        assert str(answer.status) == line.cells[role].partition(":")[0]
        assert answer.changes == (line.changes if answer.status < 300 else set())


# --- Things of one under the address or the name of another --------------------------------
def test_a_solution_cannot_name_what_is_elsewhere(world: World) -> None:
    """Whether there is such a post, in a draft of others too, the answer does not tell."""
    elsewhere = [world.key(name, "member") for name in ("plan", "sealed")]
    more = [{"kind": "solution", "solves": pk} for pk in [*elsewhere, 10**12]]
    answers = [
        ask(world, "POST", "/api/v2/projects/{open}/posts/", "member", more=body) for body in more
    ]
    assert {answer.status for answer in answers} == {400}
    assert len({answer.text for answer in answers}) == 1
    assert not any(answer.changes for answer in answers)


def test_nobody_signs_out_somebody_else(world: World) -> None:
    more = {"refresh": str(world.refresh["owner"])}
    answer = ask(world, "POST", "/api/v2/auth/logout/", "stranger", more=more)
    assert (answer.status, answer.changes) == (400, set())


def test_an_idempotency_key_is_its_persons(changed: World) -> None:
    send = {"headers": {"Idempotency-Key": "one"}}
    client = Client()
    for role, status in (("anonymous", 401), ("stranger", 201), ("member", 201), ("stranger", 201)):
        response = client.post(
            "/api/v2/projects/",
            {"title": "Bus stops", "pitch": f"For {role}."},
            content_type="application/json",
            headers=send["headers"] | changed.bearer(role),
        )
        assert response.status_code == status
        assert status != 201 or response.json()["pitch"] == f"For {role}."
    assert response["Idempotency-Replayed"] == "true"


@pytest.mark.parametrize("name", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_method_is_what_the_first_line_says(method: str, name: str, world: World) -> None:
    url = "/api/v2/projects/{open}/"
    plain = ask(world, method, url, "owner")
    for other in ("DELETE", "PATCH"):
        answer = ask(
            world,
            method,
            f"{url}?_method={other}",
            "owner",
            more={"_method": other},
            headers={name: other, "If-Match": "*"},
        )
        assert (answer.status, answer.changes) == (plain.status, set())


# --- Questions that reach further -------------------------------------------------------------
LISTS = [
    url for url in URLS if url.startswith("/api/v") and url.endswith("s/") and "auth" not in url
]
PROBES = [
    f"{path}__{lookup}=a"
    for path in ("owner__email", "person__password", "profile__person__email", "password", "email")
    for lookup in ("startswith", "regex", "isnull")
] + ["is_staff=true", "ordering=email", "ordering=owner__password", "fields=email", "expand=owner"]


@pytest.mark.parametrize("url", [url for url in LISTS if "GET" in TABLE[heading_of(url)]])
def test_no_question_asks_for_hidden_columns(url: str, world: World) -> None:
    """What a list has no parameter for changes nothing in it, or is refused."""
    rows = json.loads(ask(world, "GET", url, "owner").text).get("results")
    for probe in PROBES:
        answer = ask(world, "GET", f"{url}?{probe}", "owner")
        assert answer.status == 400 or json.loads(answer.text).get("results") == rows, probe


@pytest.mark.parametrize("root", ["/api/v1/", "/api/v2/"])
def test_no_question_finds_what_is_hidden(root: str, world: World) -> None:
    founder = world.people["founder"]
    for query, found in (
        ("search=planted-h", "-"),
        (f"search={founder.email}", "-"),
        ("status=draft", "-"),
        (f"owner={founder.pk}", "trams"),
    ):
        rows = json.loads(ask(world, "GET", f"{root}projects/?{query}", "stranger").text)["results"]
        assert "".join(row["slug"] for row in rows) == found.strip("-")
    for box in ("sent", "received"):
        answer = ask(world, "GET", f"{root}requests/?box={box}", "member")
        assert world.shows(answer.text, "member") == {"sent": "m", "received": ""}[box]


def test_a_cursor_shows_nobody_more_than_a_list_does(world: World) -> None:
    """A moderator's cursor names a row that others may not know: they get none of it."""
    place = "/api/v2/projects/?page_size=1"
    while place:
        answer = ask(world, "GET", place, "anonymous")
        assert answer.status == 200
        assert set(world.shows(answer.text, "anonymous")) <= {"o"}
        place = json.loads(ask(world, "GET", place, "staff").text)["next"]


# --- Credentials that are none -------------------------------------------------------------
def _access(world: World, role: str = "superuser") -> AccessToken:
    return world.refresh[role].access_token


def _claims(world: World, **changes: Any) -> dict[str, Any]:
    return _access(world).payload | changes


def _expired(world: World) -> str:
    token = _access(world)
    token.set_exp(lifetime=timedelta(seconds=-1))
    return f"Bearer {token}"


def _forged(world: World) -> str:
    """Put the claims of a superuser between the header and the signature of a stranger."""
    header, _, signature = str(_access(world, "stranger")).split(".")
    return f"Bearer {header}.{str(_access(world)).split('.')[1]}.{signature}"


def _revoked(world: World) -> str:
    key = world.tokens["superuser"].key
    Token.objects.filter(key=key).delete()
    return f"Token {key}"


def _of_nobody(world: World) -> str:
    return "Bearer " + jwt.encode(
        {name: value for name, value in _claims(world).items() if name != "user_id"},
        settings.SECRET_KEY,
    )


def _with_old_password(world: World) -> str:
    Person.objects.filter(pk=world.people["owner"].pk).update(password="md5$a$b")
    return f"Bearer {_access(world, 'owner')}"


def _of_the_deleted(world: World) -> str:
    Person.objects.filter(pk=world.people["newcomer"].pk).delete()
    return f"Bearer {_access(world, 'newcomer')}"


BROKEN: dict[str, Callable[[World], str]] = {
    "expired": _expired,
    "a refresh token": lambda world: f"Bearer {world.refresh['superuser']}",
    "signed by another key": lambda world: "Bearer " + jwt.encode(_claims(world), "k" * 50),
    "not signed": lambda world: "Bearer " + jwt.encode(_claims(world), None, algorithm="none"),
    "signed for somebody else": _forged,
    "of nobody": _of_nobody,
    "with an old password": _with_old_password,
    "of somebody deleted": _of_the_deleted,
    "of somebody inactive": lambda world: f"Bearer {_access(world, 'gone')}",
    "a token of somebody inactive": lambda world: f"Token {world.tokens['gone'].key}",
    "a revoked token": _revoked,
    "a JWT as a token": lambda world: f"Token {_access(world)}",
    "a token as a JWT": lambda world: f"Bearer {world.tokens['superuser'].key}",
} | {
    repr(text): lambda world, text=text: text
    for text in (
        "Bearer",
        "Bearer x",
        "Bearer x y",
        "Bearer .",
        "Token",
        "Token x",
        "Token x y",
        "Token \xe9",
    )
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_credentials_are_nobodys(name: str, changed: World) -> None:
    """Not even what is open to all is answered: the client would think that it is signed in."""
    headers = {"Authorization": BROKEN[name](changed)}
    changed.before = snapshot()
    for method, url, body in (
        ("GET", "/api/v1/me/", ""),
        ("GET", "/api/v2/projects/", ""),
        ("PATCH", "/api/v1/me/", '{"bio": "Mine."}'),
        ("DELETE", "/api/v2/projects/maps/", ""),
        ("POST", "/graphql/", '{"query": "{ me { email } }"}'),
    ):
        answer = changed.send(method, url, body, headers=headers | {"If-Match": "*"})
        assert (answer.status, answer.changes) == (401, set()), url
        assert "WWW-Authenticate" in answer.headers
        assert not changed.shows(answer.text, "anonymous")


def test_what_signs_in_elsewhere_is_no_credential_here(world: World) -> None:
    basic = base64.b64encode(f"{world.people['owner'].email}:{PASSWORD}".encode()).decode()
    for headers in (
        {"Authorization": f"Basic {basic}"},
        {"X-Authorization": f"Bearer {_access(world)}"},
        {"Cookie": f"access={_access(world)}"},
        {"Remote-User": world.people["superuser"].email},
    ):
        assert world.send("GET", "/api/v2/me/", headers=headers).status == 401
    assert world.send("GET", f"/api/v2/me/?token={_access(world)}").status == 401


def test_a_refresh_token_that_was_revoked_gives_nothing(changed: World) -> None:
    changed.refresh["asker"].blacklist()
    for path in ("refresh", "verify"):
        assert ask(changed, "POST", f"/api/v2/auth/jwt/{path}/", "anonymous").status == 401
