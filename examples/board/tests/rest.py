"""What the tests of the REST API share: a client that holds every answer to the contract."""

import json
import re
from functools import cache
from typing import Any

from django.http import HttpResponse
from django.urls import resolve
from jsonschema import Draft202012Validator, FormatChecker
from rest_framework.test import APIClient

from api.contract import openapi
from people.models import Person

V1, V2 = "/api/v1", "/api/v2"
# What no operation promises: unknown methods, and faults of ours.
UNDECLARED = {405, 500}


@cache
def document(version: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(openapi(version))
    return loaded


@cache
def validator(version: str, pointer: str) -> Draft202012Validator:
    schema = {"$ref": f"#{pointer}", **document(version)}
    return Draft202012Validator(schema, format_checker=FormatChecker())


def check(method: str, path: str, response: HttpResponse) -> None:
    """Fail unless the contract declares this answer: status, media type, headers and body."""
    route = "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", resolve(path).route).replace("{pk}", "{id}")
    version = route.split("/")[2] if route.startswith("/api/v") else ""
    operations = document(version)["paths"].get(route) if version else None
    if operations is None or response.status_code in UNDECLARED or method == "HEAD":
        return
    operation = operations[method.lower()]
    where = f"{method} {route} {response.status_code}"
    assert str(response.status_code) in operation["responses"], f"{where} is not in the contract"
    declared = operation["responses"][str(response.status_code)]
    pointer = f"/paths/{escape(route)}/{method.lower()}/responses/{response.status_code}"
    if "$ref" in declared:
        pointer = declared["$ref"].removeprefix("#")
        declared = document(version)["components"]["responses"][pointer.split("/")[-1]]
    for header in declared.get("headers", ()):
        if header != "ETag" or response.status_code == 200:
            assert header in response or response.streaming, f"{where} has no {header}"
    if "content" not in declared:
        assert response.content == b"", where
        return
    media_type = response["Content-Type"].split(";")[0]
    assert media_type in declared["content"], f"{where}: {media_type}"
    if "json" in media_type and not response.streaming:
        pointer += f"/content/{escape(media_type)}/schema"
        validator(version, pointer).validate(json.loads(response.content))


def escape(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")


class ContractClient(APIClient):
    """A client that checks each answer as it comes."""

    def request(self, **kwargs: Any) -> Any:
        response = super().request(**kwargs)
        check(kwargs["REQUEST_METHOD"], kwargs["PATH_INFO"], response)
        return response


def api(person: Person | None = None) -> ContractClient:
    """A client that is signed in as this person, without a token to read from the database."""
    client = ContractClient()
    client.force_authenticate(person)
    return client


def problem(response: Any, status: int, code: str) -> dict[str, Any]:
    """Check that an answer is this problem, in the one form of all, and return its body."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body.keys() - {"errors"} == {"type", "title", "status", "detail", "instance", "code"}
    assert (body["status"], body["code"]) == (status, code)
    return body
