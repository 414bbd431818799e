"""Every error has the one form, wherever it comes from."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, TooManyFieldsSent
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from projects import selectors
from tests.factories import make_person
from tests.rest import V1, V2, ContractClient, api, problem

pytestmark = pytest.mark.django_db
NEW = {"title": "Bus stops", "pitch": "All stops on one map."}


@pytest.mark.parametrize(
    "path", ["/", "/x", "/v1/", "/v1/projects", "/v2/nothing/", "/v1/a%0Ab", "/v1/people/x/"]
)
@pytest.mark.parametrize("method", ["get", "post", "delete", "options"])
def test_an_unknown_url(method: str, path: str) -> None:
    body = problem(getattr(api(), method)(f"/api{path}"), 404, "not_found")
    assert body["type"] == "tag:board.example,2026:not_found"
    assert body["title"] == "Not Found"


@pytest.mark.parametrize("method", ["put", "post", "options", "trace"])
def test_a_method_that_is_not_there(method: str, people: SimpleNamespace) -> None:
    url = f"{V1}/projects/{people.project.slug}/"
    response = getattr(api(), method)(url)  # 405 before 401
    problem(response, 405, "method_not_allowed")
    assert set(response["Allow"].split(", ")) == {"GET", "HEAD", "PATCH", "DELETE"}


def test_other_media_types(people: SimpleNamespace) -> None:
    client = api(make_person())
    problem(client.get(f"{V1}/projects/", headers={"Accept": "text/html"}), 406, "not_acceptable")
    response = client.post(f"{V1}/projects/", "a=b", content_type="text/plain")
    problem(response, 415, "unsupported_media_type")
    assert client.get(f"{V1}/projects/?format=html").status_code == 200


@pytest.mark.parametrize(
    "text",
    [b"{", b"\xff\xfe", b'{"a": NaN}', b"[" * 30_000, b'{"a": ' + b"9" * 5000 + b"}", b"\x00"],
    ids=["cut", "not UTF-8", "NaN", "deep", "long number", "NUL"],
)
def test_malformed_json(text: bytes) -> None:
    response = api(make_person()).post(f"{V1}/projects/", text, content_type="application/json")
    problem(response, 400, "parse_error")


@pytest.mark.parametrize("charset", ["latin-1", "hex", "zlib", "utf-7"])
def test_json_is_utf8_whatever_the_header_says(charset: str) -> None:
    response = api(make_person()).post(
        f"{V1}/projects/",
        json.dumps(NEW | {"title": "Städte"}, ensure_ascii=False).encode(),
        content_type=f"application/json; charset={charset}",
    )
    assert response.status_code == 201
    assert response.json()["title"] == "Städte"


def test_a_body_has_a_limit(settings: Settings) -> None:
    body = NEW | {"pitch": "x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE}
    problem(api(make_person()).post(f"{V1}/projects/", body), 413, "body_too_large")


@pytest.mark.parametrize(
    ("raised", "status", "code"),
    [
        (OperationalError("gone away"), 503, "unavailable"),
        (PermissionDenied(), 403, "permission_denied"),
        (TooManyFieldsSent(), 400, "parse_error"),
    ],
)
def test_errors_from_below(
    raised: Exception, status: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise raised

    monkeypatch.setattr(selectors, "project_detail", fail)
    response = APIClient().get(f"{V2}/projects/any/")
    problem(response, status, code)
    assert response.has_header("Retry-After") == (status == 503)


def test_a_fault_of_ours_is_a_problem_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selectors, "project_detail", lambda *args: 1 / 0)
    client = ContractClient(raise_request_exception=False)
    body = problem(client.get(f"{V2}/projects/any/"), 500, "server_error")
    assert "division" not in json.dumps(body)  # what went wrong is for our log alone


def test_errors_outside_of_the_api_look_as_before(settings: Settings) -> None:
    assert Client().get("/nothing").headers["Content-Type"].startswith("text/html")
    settings.ALLOWED_HOSTS = ["board.example.org"]
    problem(Client().get(f"{V1}/projects/"), 400, "bad_request")


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer x", "Bearer a b", "Token", "Token x", "Token a b", "Token \xff"],
)
def test_wrong_credentials_are_refused_even_where_none_are_needed(header: str) -> None:
    response = ContractClient().get(f"{V1}/skills/", headers={"Authorization": header})
    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"
    assert response["WWW-Authenticate"] == 'Bearer realm="api"'


def test_an_instance_is_a_uri(people: SimpleNamespace) -> None:
    body = problem(api().get(f"{V1}/projects/ä b/"), 404, "not_found")
    assert body["instance"] == f"{V1}/projects/%C3%A4%20b/"


def test_head_is_get_without_the_body(people: SimpleNamespace) -> None:
    for path in ("projects/", f"projects/{people.project.slug}/", "stats/"):
        head, get = api().head(f"{V2}/{path}"), api().get(f"{V2}/{path}")
        assert (head.status_code, head.content) == (200, b"")
        assert head["Content-Type"] == get["Content-Type"]
    assert APIClient().head("/api/openapi-v2.json").status_code == 200
