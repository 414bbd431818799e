"""Files of requests: what they may hold, how they are sent, and what is said of a bad one."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from pytest_django import Settings

from sending import http_file
from sending.answers import Answer
from sending.conversation import Conversation, send_graphql, send_http
from sending.files import FileError
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def open_connection() -> Iterator[None]:
    """Keep the test's connection, which the end of a request would close, transaction and all.

    Django's own test client does the same.
    """
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def http(text: str) -> list[Answer]:
    return list(send_http(text))


def sign_in(person: Any, name: str = "login") -> str:
    credentials = json.dumps({"email": person.email, "password": PASSWORD})
    return (
        f"# @name {name}\nPOST /api/v2/auth/jwt/\nContent-Type: application/json\n\n{credentials}\n"
    )


def test_a_file_is_read_as_it_is_written() -> None:
    file = http_file.parse(
        "@host = http://localhost:8000\n"
        "// a comment\n"
        "### Find\n"
        "# @name found\n"
        "GET {{host}}/api/v2/projects/\n"
        "    ?status=open\n"
        "    &page_size=2 HTTP/1.1\n"
        "# between headers\n"
        "Accept: application/json\n"
        "\n"
        "### Announce\n"
        "POST /api/v2/projects/ HTTP/1.1\n"
        "Content-Type: application/json\n"
        "\n"
        "\n"
        '{\n  "title": "Tea"\n}\n'
        "\n"
        "###\n"
        "# nothing but a comment\n"
    )
    find, announce = file.requests
    assert file.variables == {"host": (1, "http://localhost:8000")}
    assert (find.title, find.name, find.line, find.method) == ("Find", "found", 5, "GET")
    assert find.target == "{{host}}/api/v2/projects/?status=open&page_size=2"
    assert find.headers == [(9, "Accept", "application/json")]
    assert announce.target == "/api/v2/projects/"
    assert (announce.body, announce.body_line) == ('{\n  "title": "Tea"\n}', 16)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "there is no request"),
        ("# only a comment", 1, "there is no request"),
        ("GET /a/\n\n###\nFETCH /b/", 4, "this is no request"),
        ("GET /a/\nAccept application/json", 2, "this is no header"),
        ("GET /a/\n\nPOST /b/", 3, "a request stands in a body"),
        ("# @name a\nGET /a/\n###\n# @name a\nGET /b/", 4, "two requests are named a"),
        ("GET /a/{{b}}/", 1, "{{b}} means nothing"),
        ("@a = {{b}}\n@b = {{a}}\nGET /{{a}}/", 2, "leads back to itself"),
        ("GET /a/\nX-A: {{later.response.body.id}}", 2, "no answer named later has come"),
        ("GET https://example.org/a/", 1, "https://example.org/a/ is not on the board"),
        ("GET api/", 1, "api/ is not on the board"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(FileError, match=r".+: .+") as raised:
        http(text)
    assert what in str(raised.value)
    assert raised.value.line == line


def test_placeholders_take_parts_of_earlier_answers(people: SimpleNamespace) -> None:
    answers = http(
        "@slug = {{list.response.body.$.results[0].slug}}\n"
        "# @name list\nGET /api/v2/projects/\n###\n"
        "# @name one\nGET /api/v2/projects/{{slug}}/\n###\n"
        f"{sign_in(people.owner)}###\n"
        "PATCH /api/v2/projects/{{slug}}/\n"
        "Authorization: Bearer {{login.response.body.access}}\n"
        "If-Match: {{one.response.headers.etag}}\n"
        "Content-Type: application/json\n\n"
        '{"seats": 4, "pitch": "Was {{ one.response.body.version }}."}\n'
    )
    assert [answer.status for answer in answers] == [200, 200, 200, 200]
    changed = json.loads(answers[-1].body)
    assert (changed["slug"], changed["pitch"]) == (people.project.slug, "Was 1.")


@pytest.mark.parametrize(
    ("placeholder", "what"),
    [
        ("one.response.body.nothing", "has nothing at nothing"),
        ("one.response.body.projects.deeper", "has nothing at projects.deeper"),
        ("one.response.body.projects[0]", "has nothing at projects[0]"),
        ("one.response.headers.X-Nothing", "has no header X-Nothing"),
    ],
)
def test_a_part_that_an_answer_lacks(placeholder: str, what: str) -> None:
    with pytest.raises(FileError) as raised:
        http(f"# @name one\nGET /api/v2/stats/\n###\nGET /api/v2/people/\n\n{{{{{placeholder}}}}}")
    assert f"the answer 200 to GET /api/v2/stats/ {what}" in str(raised.value)
    assert raised.value.line == 6


def test_a_body_may_be_passed_on_whole() -> None:
    answers = http(
        "# @name stats\nGET /api/v2/stats/\n###\n"
        "POST /api/v2/projects/\nContent-Type: application/json\n\n{{stats.response.body.*}}"
    )
    assert [answer.status for answer in answers] == [200, 401]


def test_requests_pass_what_they_pass_on_a_server(people: SimpleNamespace) -> None:
    path = f"/api/v2/projects/{people.project.slug}/"
    answers = http(
        f"GET {path}?search=Bücher und Tee\n###\n"
        "GET /api/v2/me/\n###\n"
        "POST /api/v2/projects/\n\ntitle=Tea\n###\n"
        "PUT /api/v2/projects/\n###\n"
        "POST /admin/login/\nContent-Type: application/x-www-form-urlencoded\n\nusername=a\n###\n"
        "GET /api/v2/pr%C3%B6jects/\n###\n"
        "HEAD /api/v2/stats/"
    )
    assert [answer.status for answer in answers] == [200, 401, 401, 405, 403, 404, 200]
    shown = [dict(answer.shown_headers) for answer in answers]
    assert shown[1]["WWW-Authenticate"] == 'Bearer realm="api"'
    assert "Allow" not in shown[0]
    assert shown[3]["Allow"] == "GET, HEAD, POST"
    assert "X-Frame-Options" not in shown[0]
    assert "CSRF" in answers[4].body
    assert answers[6].body == ""


def test_throttles_count_the_requests_of_a_file(settings: Settings) -> None:
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {
        "DEFAULT_THROTTLE_RATES": settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]
        | {"anon": "1/min"}
    }
    first, second = http("GET /api/v2/stats/\n###\nGET /api/v2/stats/")
    assert (first.status, second.status) == (200, 429)
    assert "Retry-After" in dict(second.shown_headers)


def test_cookies_come_and_go_as_in_a_browser(people: SimpleNamespace) -> None:
    people.staff.is_superuser = True
    people.staff.save()
    client, login = Conversation(), "/admin/login/?next=/admin/"

    def post(path: str, before: Answer, **fields: str) -> Answer:
        cookies = (value for name, value in before.headers if name == "Set-Cookie")
        token = next(value for value in cookies if value.startswith("csrftoken=")).split(";")[0]
        form = urlencode(fields | {"csrfmiddlewaretoken": token.removeprefix("csrftoken=")})
        kind = [("Content-Type", "application/x-www-form-urlencoded")]
        return client.send("POST", path, kind, form)

    page = client.send("GET", login, [], "")
    entered = post(login, page, username=people.staff.email, password=PASSWORD)
    assert entered.status == 302
    assert client.send("GET", "/admin/", [], "").status == 200
    assert Conversation().send("GET", "/admin/", [], "").status == 302
    assert post("/admin/logout/", entered).status == 200
    assert client.send("GET", "/admin/", [], "").status == 302


def test_an_answer_is_shown_to_be_read() -> None:
    answer = Answer("A title", "GET", "/a/", 200, "OK", [("ETag", '"1"')], '{"ü": [1]}', 1.5)
    assert answer.transcript() == (
        '### A title\nGET /a/\n\nHTTP/1.1 200 OK\nETag: "1"\n\n{\n  "ü": [\n    1\n  ]\n}\n'
    )
    assert answer.as_json()["body"] == '{\n  "ü": [\n    1\n  ]\n}'
    empty = Answer("", "DELETE", "/a/", 204, "No Content", [], "", 1.5)
    assert empty.transcript() == "DELETE /a/\n\nHTTP/1.1 204 No Content\n"
    assert empty.as_json()["body"] == ""
    long = Answer("", "GET", "/a/", 200, "OK", [], "<p>" * 1_000, 1.5)
    assert long.shown_body == "<p>" * 666 + "<p\n… and 1,000 characters more"


def test_operations_are_sent_with_their_directives(people: SimpleNamespace) -> None:
    answers = list(
        send_graphql(
            f"# sign-in: {people.owner.email}\n"
            "query Me { me { email } }\n\n"
            f'# variables: {{"slug": "{people.project.slug}"}}\n'
            "query One($slug: ID!) { project(slug: $slug) { ...Short } }\n"
            "fragment Short on Project { slug openRequestCount }\n"
            "# sign-in:\n"
            "query Nobody { me { email } }\n"
        )
    )
    me, one, nobody = (json.loads(answer.body)["data"] for answer in answers)
    assert [answer.title for answer in answers] == ["query Me", "query One", "query Nobody"]
    assert me == {"me": {"email": people.owner.email}}
    assert one == {"project": {"slug": people.project.slug, "openRequestCount": 0}}
    assert nobody == {"me": None}


def test_what_graphql_cannot_read_is_sent_all_the_same() -> None:
    (answer,) = send_graphql("# a comment\n{ projects { ")
    assert answer.title == ""
    assert "Syntax Error" in json.loads(answer.body)["errors"][0]["message"]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "there is no operation"),
        ("# nothing", 1, "there is no operation"),
        ("fragment A on Me { email }", 1, "there is no operation"),
        ('\n# variables: {"a"\n{ stats { people } }', 2, "the variables are no JSON"),
        ("# variables: [1]\n{ stats { people } }", 1, "the variables are no JSON object"),
        ("# sign-in: nobody@example.org\n{ me { email } }", 1, "nobody has the address"),
    ],
)
def test_a_directive_that_cannot_be_understood(text: str, line: int, what: str) -> None:
    with pytest.raises(FileError) as raised:
        list(send_graphql(text))
    assert what in str(raised.value)
    assert raised.value.line == line


def test_the_command_prints_each_exchange(tmp_path: Path) -> None:
    file = tmp_path / "a.http"
    file.write_text("### Numbers\nGET /api/v2/stats/\n###\nGET /api/v2/me/", "utf-8")
    output = io.StringIO()
    call_command("send", str(file), stdout=output)
    first, second = output.getvalue().split("\n\n\n")
    assert first.startswith("### Numbers\nGET /api/v2/stats/\n\nHTTP/1.1 200 OK\nContent-Type: ")
    assert second.startswith("GET /api/v2/me/\n\nHTTP/1.1 401 Unauthorized\n")
    assert mail.outbox == []


def test_the_command_says_where_a_file_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "a.http"
    file.write_text("GET /api/v2/stats/\nnonsense", "utf-8")
    with pytest.raises(CommandError, match=r"a\.http:2: this is no header: write `Name: value`"):
        call_command("send", str(file))
    with pytest.raises(CommandError, match=r"neither \.http nor \.graphql"):
        call_command("send", "a.txt")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("send", str(tmp_path / "none.http"))
    file.write_bytes(b"\xff")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("send", str(file))
