"""The contract: valid, complete, the same as the files, and not broken by accident."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from drf_spectacular.drainage import GENERATOR_STATS, reset_generator_stats
from drf_spectacular.validation import validate_schema

from api.contract import VERSIONS, openapi
from tests.contract_diff import breaking

CONTRACT = settings.BASE_DIR / "contract"
METHODS = {"get", "post", "patch", "delete"}


def document(version: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(openapi(version))
    return loaded


def operations(version: str) -> list[tuple[str, str, dict[str, Any]]]:
    paths = document(version)["paths"]
    return [(p, m, o) for p, methods in paths.items() for m, o in methods.items()]


# --- The files -----------------------------------------------------------------------
@pytest.mark.parametrize("version", VERSIONS)
def test_the_file_is_what_the_code_answers(version: str) -> None:
    kept = (CONTRACT / f"openapi-{version}.json").read_text(encoding="utf-8")
    broken = breaking(json.loads(kept), document(version))
    assert not broken, "This breaks clients:\n" + "\n".join(broken)
    assert kept == openapi(version), "The API has grown: run manage.py export_contract."


def test_exporting(tmp_path: Path) -> None:
    call_command("export_contract", out=tmp_path / "contract")
    for version in VERSIONS:
        name = f"openapi-{version}.json"
        assert (tmp_path / "contract" / name).read_text() == openapi(version)
    assert "type Query" in (tmp_path / "contract" / "schema.graphql").read_text()


@pytest.mark.parametrize("version", VERSIONS)
def test_the_server_answers_the_contract(version: str, db: None) -> None:
    response = Client().get(f"/api/openapi-{version}.json")
    assert response.text == openapi(version)
    assert response["Content-Type"] == "application/vnd.oai.openapi+json"


# --- What it says --------------------------------------------------------------------
@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_valid_and_made_without_a_warning(version: str) -> None:
    reset_generator_stats()
    validate_schema(document(version))
    openapi.__wrapped__(version)
    assert not GENERATOR_STATS
    assert document(version)["openapi"].startswith("3.1.")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_route_is_in_it(version: str) -> None:
    routes = set()

    def collect(patterns: list[URLPattern | URLResolver], prefix: str) -> None:
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                collect(pattern.url_patterns, route)
            elif hasattr(pattern.callback, "actions"):
                path = re.sub(r"<\w+:(\w+)>", r"{\1}", f"/{route}").replace("{pk}", "{id}")
                routes.update((path, m) for m in METHODS & pattern.callback.actions.keys())

    collect(get_resolver().url_patterns, "")
    declared = {(path, method) for path, method, _ in operations(version)}
    assert declared == {route for route in routes if route[0].startswith(f"/api/{version}/")}


def test_both_versions_have_the_same_operations() -> None:
    names = [sorted(o["operationId"] for _, _, o in operations(v)) for v in VERSIONS]
    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0])
    assert all(o.get("deprecated") for _, _, o in operations("v1"))
    assert not any(o.get("deprecated") for _, _, o in operations("v2"))


@pytest.mark.parametrize("version", VERSIONS)
def test_no_session_and_no_secret_is_offered(version: str) -> None:
    assert document(version)["components"]["securitySchemes"].keys() == {"jwtAuth", "tokenAuth"}
    for name, schema in document(version)["components"]["schemas"].items():
        if not name.endswith("Request"):
            assert "password" not in schema["properties"]
            assert ("email" in schema["properties"]) == (name == "Me")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_operation_tells_its_errors(version: str) -> None:
    for path, method, operation in operations(version):
        declared = operation["responses"].keys()
        assert operation["summary"]
        assert declared >= {"406", "429", "503"}, path
        if "requestBody" in operation:
            assert declared >= {"400", "413", "415"}, path
        if "{" in path:
            assert "404" in declared, path
        if operation.get("security") and method != "get":
            assert "401" in declared, path


def test_the_page_to_try_it_comes_from_our_own_host(db: None) -> None:
    for path in ("/api/docs/", "/api/docs/v1/"):
        page = Client().get(path, headers={"Accept": "text/html"})
        assert page.status_code == 200
        text = page.text + Client().get(f"{path}?script=", headers={"Accept": "*/*"}).text
        assert "//cdn" not in text
        for name in re.findall(r'(?:src|href)="/static/([^"]+)"', page.text):
            assert finders.find(name), name
        version = "v1" if "v1" in path else "v2"
        assert f"/api/openapi\\u002D{version}.json" in text


# --- What breaks clients, and what does not --------------------------------------------
CREATE = ("paths", "/api/v2/projects/", "post")
LIST = ("paths", "/api/v2/projects/", "get")
INPUT = ("components", "schemas", "NewProjectRequest")
OUTPUT = ("components", "schemas", "Project")


def at(node: Any, *steps: str | int) -> Any:
    for step in steps:
        node = node[step]
    return node


BREAKING: list[tuple[Callable[[Any], Any], str]] = [
    (lambda d: d["paths"].pop("/api/v2/skills/"), "GET /api/v2/skills/: removed"),
    (lambda d: at(d, *LIST).update(operationId="x"), "projects_list is now x"),
    (lambda d: at(d, *LIST, "security").remove({}), "needs credentials now"),
    (lambda d: at(d, *LIST, "parameters").pop(0), "query parameter cursor removed"),
    (lambda d: at(d, *LIST, "parameters", 0).update(required=True), "cursor is required now"),
    (
        lambda d: at(d, *LIST, "parameters").append({"name": "q", "in": "query", "required": True}),
        "query parameter q is required now",
    ),
    (lambda d: at(d, *LIST, "responses").pop("200"), "does not answer 200 anymore"),
    (lambda d: at(d, *CREATE, "responses", "201", "headers").pop("ETag"), "header ETag removed"),
    (lambda d: at(d, *CREATE, "responses", "201", "content").clear(), "application/json removed"),
    (lambda d: at(d, *CREATE).pop("requestBody"), "is not taken anymore"),
    (
        lambda d: at(d, "paths", "/api/v2/me/", "patch", "requestBody").update(required=True),
        "body: is required now",
    ),
    (
        lambda d: at(d, "paths", "/api/v2/requests/{id}/accept/", "post").update(
            requestBody={"required": True}
        ),
        "body: is required now",
    ),
    (lambda d: at(d, *INPUT, "required").append("slug"), "field slug is required now"),
    (lambda d: at(d, *INPUT, "properties").pop("slug"), "field slug removed"),
    (lambda d: at(d, *INPUT, "properties", "title").update(type="integer"), "string is not taken"),
    (lambda d: at(d, *INPUT, "properties", "title").update(maxLength=9), "maxLength was 120"),
    (lambda d: at(d, *INPUT, "properties", "title").update(minLength=9), "minLength was 1"),
    (lambda d: at(d, *INPUT, "properties", "title").update(pattern="x"), "body.title: pattern was"),
    (lambda d: at(d, *INPUT, "properties", "title").update(enum=["x"]), "values was added"),
    (lambda d: at(d, *INPUT, "properties", "status", "enum").remove("open"), "value open removed"),
    (
        lambda d: at(d, *INPUT, "properties", "skills", "items").update(maxLength=9),
        "skills[]: maxLength was 40",
    ),
    (lambda d: at(d, *INPUT, "properties", "contract_url", "oneOf").pop(), "oneOf has 1 parts"),
    (lambda d: at(d, *OUTPUT, "properties").pop("seats"), "field seats removed"),
    (lambda d: at(d, *OUTPUT, "required").remove("seats"), "field seats can be missing now"),
    (
        lambda d: at(d, *OUTPUT, "properties", "title").update(type=["string", "null"]),
        "type null can be answered now",
    ),
    (
        lambda d: at(d, *OUTPUT, "properties", "status", "enum").append("lost"),
        "value lost can be answered now",
    ),
    (lambda d: at(d, *OUTPUT, "properties", "status").pop("enum"), "values was removed"),
    (lambda d: at(d, *OUTPUT, "properties", "created_at").pop("format"), "format was date-time"),
    (lambda d: at(d, *OUTPUT, "properties", "member_count").pop("minimum"), "minimum was 0"),
]


@pytest.mark.parametrize(("change", "message"), BREAKING, ids=[m for _, m in BREAKING])
def test_what_breaks_is_named(change: Callable[[Any], Any], message: str) -> None:
    old = document("v2")
    new = copy.deepcopy(old)
    change(new)
    found = breaking(old, new)
    assert any(message in line for line in found), found


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["paths"].update({"/api/v2/new/": {"get": {"operationId": "new"}}}),
        lambda d: at(d, *INPUT, "properties").update(color={"type": "string"}),
        lambda d: at(d, *INPUT, "properties", "title").update(maxLength=500),
        lambda d: at(d, *INPUT, "properties", "title").update(type=["string", "null"]),
        lambda d: at(d, *INPUT, "properties", "status", "enum").append("paused"),
        lambda d: at(d, *INPUT, "properties", "status").pop("enum"),
        lambda d: at(d, *INPUT, "required").remove("pitch"),
        lambda d: at(d, *OUTPUT, "properties").update(color={"type": "string"}),
        lambda d: at(d, *OUTPUT, "properties", "seats").update(maximum=10),
        lambda d: at(d, *OUTPUT, "properties", "title").update(enum=["x"]),
        lambda d: at(d, *LIST, "parameters").append(
            {"name": "color", "in": "query", "schema": {"type": "string"}}
        ),
        lambda d: at(d, *LIST, "responses").update({"404": {"description": "No."}}),
        lambda d: at(d, *LIST).update(summary="Another text."),
    ],
)
def test_growing_breaks_nothing(change: Callable[[Any], Any]) -> None:
    old = document("v2")
    new = copy.deepcopy(old)
    change(new)
    assert breaking(old, new) == []
