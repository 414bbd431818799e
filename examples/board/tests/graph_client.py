"""A client of /graphql/ for the tests."""

import json
from typing import Any

from rest_framework.test import APIClient

from graph.schema import schema
from people.models import Person

URL = "/graphql/"
CORE: Any = schema._schema  # as graphql-core sees it


def post(
    query: str,
    viewer: Person | None = None,
    variables: dict[str, Any] | None = None,
    **headers: Any,
) -> Any:
    """Send one operation and return the HTTP response."""
    client = APIClient()
    if viewer:
        client.force_authenticate(viewer)
    body = json.dumps({"query": query, "variables": variables or {}})
    return client.post(URL, body, content_type="application/json", headers=headers)


def ask(query: str, viewer: Person | None = None, **variables: Any) -> dict[str, Any]:
    """Send one operation that should succeed and return its data."""
    response = post(query, viewer, variables)
    body = response.json()
    assert response.status_code == 200, body
    assert "errors" not in body, body["errors"]
    data: dict[str, Any] = body["data"]
    return data


def errors(query: str, viewer: Person | None = None, **variables: Any) -> list[tuple[str, str]]:
    """Send one operation that should fail and return code and message of each error."""
    body = post(query, viewer, variables).json()
    return [(error["extensions"]["code"], error["message"]) for error in body["errors"]]
