"""GraphQL over HTTP: the specification, by an outside judge, and what we add to it."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from tests.factories import make_project
from tests.graph_client import URL

AUDITS = Path(__file__).parent / "graphql-http"
GRAPHQL = "application/graphql-response+json"

# What the specification leaves to the server, and we do otherwise, in development and in
# production: id of the audit → why.
NO_GET = "reads by GET need a defense against requests from other sites, and bring nothing here"
CLOSED = "the audit asks for `__type`, which production does not answer"
MISSED = {
    True: {"D6D5": NO_GET, "6A70": NO_GET},
    False: {"5A70": NO_GET, "D6D5": NO_GET, "6A70": NO_GET, "28B9": CLOSED, "2EA1": CLOSED},
}


@pytest.fixture(scope="module")
def node() -> str:
    """Return Node's path; install the audits, by the lock file, where they are not."""
    path, npm = shutil.which("node"), shutil.which("npm")
    if path and npm and not (AUDITS / "node_modules").is_dir():
        install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(install, cwd=AUDITS, check=False, capture_output=True, timeout=120)
    if path and (AUDITS / "node_modules").is_dir():
        return path
    reason = "needs Node, and npm to install tests/graphql-http"
    return pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


@pytest.mark.parametrize("debug", [True, False])
def test_the_audits_of_graphql_http(
    debug: bool, node: str, live_server: LiveServer, settings: LazySettings
) -> None:
    settings.DEBUG = debug
    found = subprocess.run(
        [node, "audit.mjs", f"{live_server.url}{URL}"],
        cwd=AUDITS,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    audits = [json.loads(line) for line in found.stdout.splitlines()]
    assert len(audits) > 50
    missed = {audit["id"]: audit for audit in audits if audit["status"] != "ok"}
    assert set(missed) == set(MISSED[debug]), list(missed.values())
    assert not [audit for audit in missed.values() if debug and not audit["name"].startswith("MAY")]


# --- By hand ------------------------------------------------------------------------------
def send(body: Any, **headers: str) -> Any:
    text = body if isinstance(body, str) else json.dumps(body)
    return Client().post(URL, text, content_type="application/json", headers=headers)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "refused"),
    [("{ stats { posts } }", False), ("{ nothing }", True), ("{", True)],
)
@pytest.mark.parametrize("accept", ["application/json", GRAPHQL, "*/*", None])
def test_the_type_of_the_answer_and_its_status(
    query: str, refused: bool, accept: str | None
) -> None:
    response = send({"query": query}, **({"accept": accept} if accept else {}))
    assert response["Content-Type"] == (GRAPHQL if accept == GRAPHQL else "application/json")
    assert response.status_code == (400 if refused and accept == GRAPHQL else 200)
    assert ("errors" in response.json()) is refused
    assert ("data" in response.json()) is not refused
    assert response["Cache-Control"] == "no-store"
    assert {"Accept", "Authorization"} <= set(response["Vary"].split(", "))


@pytest.mark.django_db
def test_data_that_are_there_come_with_200_beside_errors() -> None:
    query = "{ me { email } skills(first: -1) { pageInfo { hasNextPage } } }"
    response = send({"query": query}, accept=GRAPHQL)
    assert response.status_code == 200  # it ran; that it has no data is its answer
    assert response.json()["data"] is None
    assert response.json()["errors"][0]["path"] == ["skills"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{", "JSON parse error"),
        ("[" * 100_000, "nested too deeply"),
        ("NaN", "JSON parse error"),
        ('"text"', "Send one operation as a JSON object."),
        ("[]", "Send one operation as a JSON object."),
        ({}, "`query` is missing."),
        ({"query": ""}, "`query` is missing."),
        ({"query": None}, "`query` is missing."),
        ({"query": 7}, "`query` must be a JSON string."),
        ({"query": "{ me { email } }", "variables": "x"}, "`variables` must be a JSON object."),
        ({"query": "{ me { email } }", "extensions": []}, "`extensions` must be a JSON object."),
        ({"query": "{ me { email } }", "operationName": {}}, "`operationName` must be a JSON"),
    ],
)
def test_what_is_no_request(body: Any, message: str, settings: LazySettings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10**6
    response = send(body)
    assert response.status_code == 400
    [error] = response.json()["errors"]
    assert message in error["message"]
    assert error["extensions"]["code"] == "parse_error"


@pytest.mark.django_db
def test_a_body_that_is_too_long_is_not_read() -> None:
    response = send({"query": "{ me { email } }" + " " * 70_000})
    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"]["code"] == "body_too_large"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("document", "name", "answer"),
    [
        ("query A { me { email } } query B { a: me { email } }", "B", {"data": {"a": None}}),
        ("query A { me { email } } query B { a: me { email } }", "C", "Unknown operation"),
        ("query A { me { email } } query B { a: me { email } }", None, "operation"),
        ("fragment F on Query { me { email } }", None, "operation"),
        ("subscription { news }", None, "subscription"),
    ],
)
def test_which_operation_of_a_document_runs(document: str, name: str | None, answer: Any) -> None:
    response = send({"query": document, "operationName": name}, accept=GRAPHQL)
    if isinstance(answer, str):
        assert response.status_code == 400
        assert answer in response.json()["errors"][0]["message"]
        assert "data" not in response.json()
    else:
        assert response.json() == answer


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "put", "patch", "delete", "head", "options"])
def test_there_is_no_other_method(method: str) -> None:
    response = getattr(Client(), method)(URL, headers={"accept": "application/json"})
    assert response.status_code == 405
    assert response["Allow"] == "POST"


@pytest.mark.django_db
def test_an_answer_that_we_cannot_give_is_406() -> None:
    assert send({"query": "{ me { email } }"}, accept="text/html").status_code == 406


@pytest.mark.django_db
def test_a_file_is_not_taken() -> None:
    operations = {"operations": '{"query": "{ me { email } }"}', "map": "{}"}
    assert Client().post(URL, operations).status_code == 415


# --- The page -------------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_page_of_development_comes_from_our_own_host(settings: LazySettings) -> None:
    settings.DEBUG = True
    client = Client(enforce_csrf_checks=True)
    response = client.get(URL, headers={"accept": "text/html"})
    page = response.content.decode()
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert response["Cache-Control"] == "no-store"
    assert "csrfmiddlewaretoken" in page
    assert response.cookies["csrftoken"]
    assert "http://" not in page
    assert "https://" not in page


def test_the_files_of_graphiql_are_found_where_they_are_installed(settings: LazySettings) -> None:
    name = "graphene_django_graphiql_static"
    pytest.importorskip(name)
    clear: Any = finders.get_finder.cache_clear  # type: ignore[attr-defined]
    settings.INSTALLED_APPS = [*dict.fromkeys([*settings.INSTALLED_APPS, name])]
    clear()
    files = (
        "graphiql.min.css",
        "react.production.min.js",
        "react-dom.production.min.js",
        "graphiql.min.js",
    )
    found = [finders.find(f"{name}/{file}") for file in files]
    clear()
    assert all(found)


@pytest.mark.django_db
def test_it_runs_without_threads_and_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a browser's Python, where neither can be started."""
    import asyncio
    import threading

    def refuse(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no threads here")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    monkeypatch.setattr(asyncio, "new_event_loop", refuse)
    make_project()
    query = (
        "{ projects { edges { node { owner { projects(first: 1) { edges { node { id } } } } } } } }"
    )
    assert "errors" not in send({"query": query}).json()
