"""The contract: what drf-spectacular cannot see, from what the viewsets declare.

Errors, headers and examples are the same for all operations of a kind, so no view repeats
them: they follow from the method, the permissions, the body and the decorators.
"""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import force_instance
from drf_spectacular.utils import OpenApiParameter

from api.conditional import IF_MATCH_PATTERN
from api.exceptions import PROBLEM_JSON, PROBLEM_TYPE, TITLES
from api.idempotency import KEY_PATTERN
from api.pagination import Pages
from api.permissions import AnybodyReads
from api.strict import StrictSerializer

STORABLE = "^[^\\u0000]*$"  # a NUL character is no text
# Nor is white space alone, where it is cut off at both ends: one character must be other.
VISIBLE = "^[^\\u0000]*[^\\s\\u0000\\u001c-\\u001f\\u0085][^\\u0000]*$"
EXAMPLES: dict[str, Any] = {
    "access": "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2ln",
    "bio": "I like small endpoints.",
    "body": "The list page reads from the API now.",
    "contract_url": "https://example.org/openapi.json",
    "email": "ada@example.org",
    "message": "I can build the map.",
    "name": "Ada",
    "owner": "Ada",
    "password": "a long enough sentence",
    "person": "Lin",
    "author": "Lin",
    "decided_by": "Ada",
    "pitch": "A map of all bus stops, with the next departures.",
    "project": "bus-stops",
    "refresh": "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjJ9.c2ln",
    "seats": 3,
    "skills": ["django", "react"],
    "slug": "bus-stops",
    "timezone": "Africa/Nairobi",
    "title": "Bus stops",
    "token": "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b",
}
_IF_MATCH = OpenApiParameter(
    "If-Match",
    {
        "type": "string",
        "pattern": f"^({IF_MATCH_PATTERN})$",
        "examples": ['"3-0f1e2d3c4b5a6978"'],
    },
    "header",
    required=True,
    description="The ETag that you last read, or `*`.",
)
_IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    {
        "type": "string",
        "pattern": f"^({KEY_PATTERN})$",
        "examples": ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'],
    },
    "header",
    description="Of your choice: the same request with the same key is carried out once.",
)
_HEADERS = {
    "Deprecation": "When v1 was deprecated, as `@` and a Unix time (RFC 9745).",
    "Sunset": "When v1 goes away (RFC 8594).",
    "Link": "The same resource in v2, as `rel=successor-version`.",
    "ETag": "The version of the answer, for If-None-Match and If-Match.",
    "Location": "Where the new object is.",
    "Retry-After": "How many seconds to wait.",
    "WWW-Authenticate": "How to sign in.",
}
_DEPRECATION = ["Deprecation", "Sunset", "Link"]
_ERROR_HEADERS = {401: ["WWW-Authenticate"], 429: ["Retry-After"], 503: ["Retry-After"]}
_UNDECLARED = {405, 500}  # no operation is meant to answer these


class BoardSchema(AutoSchema):
    """Reads `inputs`, `outputs` and `problems` of a `BoardViewSet`."""

    view: Any  # a BoardViewSet

    def get_operation_id(self) -> str:
        """Name the operation after route and action: stable while both stay."""
        return f"{self.view.basename}_{self.view.action}".replace("-", "_")

    def get_summary(self) -> str:
        """Take the first line of the action's docstring; of the viewset's for a list."""
        action = self.view if self.view.action == "list" else getattr(self.view, self.view.action)
        return (action.__doc__ or "").split("\n")[0].removesuffix(".")

    def get_description(self) -> str:  # type: ignore[override]  # as the base does
        """Leave the summary as it is: there is no more to say."""
        return ""

    def is_deprecated(self) -> bool:
        """Mark the whole of v1."""
        return self.path.startswith("/api/v1/")

    def get_request_serializer(self) -> Any:
        """Return what the action validates."""
        return self.view.inputs.get(self.view.action)

    def get_response_serializers(self) -> Any:
        """Return what the action answers on success."""
        usual = (201 if self.view.action == "create" else 200, self.view.serializer_class)
        status, form = self.view.outputs.get(self.view.action, usual)
        return {status: form}

    def get_auth(self) -> list[dict[str, Any]]:
        """Say that reading needs no account, where it needs none."""
        auth = super().get_auth()
        open_to_all = any(type(p) is AnybodyReads for p in self.view.get_permissions())
        return [*auth, {}] if open_to_all and self.method == "GET" else auth

    def get_override_parameters(self) -> list[Any]:
        """Describe the request headers."""
        conditional = 428 in self.view.problems.get(self.view.action, ())
        return [_IDEMPOTENCY_KEY] * self._is_idempotent() + [_IF_MATCH] * conditional

    def get_operation(self, *args: Any, **kwargs: Any) -> Any:
        """Add the errors, the headers and the examples."""
        operation: Any = super().get_operation(*args, **kwargs)
        responses = operation["responses"]
        headers = _DEPRECATION if self.is_deprecated() else []
        for status, response in responses.items():
            extra = ["ETag"] if self.method == "GET" or self._is_versioned() else []
            extra += ["Location"] if self._is_create_operation() else []
            response["headers"] = _header_refs([*headers, *extra])
            response["description"] = {"201": "Created.", "202": "Accepted.", "204": "Done."}.get(
                status, "Here it is."
            )
        if self.method == "GET":
            responses["304"] = {"description": "You have it already (If-None-Match)."}
        for code in sorted(self._problem_codes(operation)):
            responses[str(code)] = {"$ref": f"#/components/responses/{_component(code)}"}
        return operation

    def _problem_codes(self, operation: dict[str, Any]) -> set[int]:
        """Collect the statuses of all errors that the operation can answer."""
        codes = {406, 429, 503, *self.view.problems.get(self.view.action, ())}
        places = {parameter["in"] for parameter in operation.get("parameters", ())}
        paged = self._is_list_view() and isinstance(self._get_paginator(), Pages)
        guarded = any(isinstance(p, AnybodyReads) for p in self.view.get_permissions())
        codes |= {401} if self.view.get_authenticators() else set()
        codes |= {403} if guarded and self.method != "GET" else set()
        codes |= {404} if "path" in places or paged else set()
        codes |= {400} if places & {"query", "header"} else set()
        codes |= {400, 413, 415} if "requestBody" in operation else set()
        codes |= {409, 422} if self._is_idempotent() else set()
        return codes

    def _is_idempotent(self) -> bool:
        return hasattr(getattr(self.view, self.view.action), "idempotent")

    def _is_versioned(self) -> bool:
        return self.view.basename == "projects" and self.view.action in {
            "create",
            "partial_update",
        }

    def _map_serializer(
        self, serializer: Any, direction: Any, bypass_extensions: bool = False
    ) -> Any:
        """Add examples, and that input takes no other names."""
        schema = super()._map_serializer(serializer, direction, bypass_extensions)
        for name, field in schema["properties"].items():
            if name in EXAMPLES and "type" in field:
                field["examples"] = [EXAMPLES[name]]
            plain = field.get("type") == "string" and not {"enum", "format"} & field.keys()
            if direction == "request" and plain:
                declared = force_instance(serializer).fields[name]
                trimmed = getattr(declared, "trim_whitespace", False) and not declared.allow_blank
                field.setdefault("pattern", VISIBLE if trimmed else STORABLE)
        if isinstance(force_instance(serializer), StrictSerializer):
            schema["additionalProperties"] = False
        return schema


def add_shared_components(
    result: dict[str, Any], generator: Any, request: Any, public: bool
) -> dict[str, Any]:
    """Add what operations refer to: the problem, one answer per status, the headers."""
    components = result["components"]
    components["headers"] = {
        name: {"description": description, "schema": {"type": "string"}}
        for name, description in _HEADERS.items()
        if generator.api_version == "v1" or name not in _DEPRECATION
    }
    text = {"type": "string"}
    entry = {
        "type": "object",
        "description": "One value to mend.",
        "required": ["detail", "code"],
        "properties": {
            "pointer": text | {"description": "Where it is in the body (RFC 6901)."},
            "parameter": text | {"description": "Its name in the query."},
            "detail": text,
            "code": text,
        },
    }
    properties: dict[str, Any] = {
        "type": text | {"format": "uri"},
        "title": text,
        "status": {"type": "integer"},
        "detail": text | {"description": "What went wrong, for people."},
        "instance": text | {"format": "uri-reference"},
        "code": text | {"description": "What went wrong, for programs."},
    }
    components["schemas"]["Problem"] = {
        "type": "object",
        "description": "Problem details (RFC 9457).",
        "required": list(properties),
        "properties": properties | {"errors": {"type": "array", "items": entry}},
    }
    deprecation = _DEPRECATION if generator.api_version == "v1" else []
    components["responses"] = {
        _component(code): {
            "description": f"{title}.",
            "headers": _header_refs(deprecation + _ERROR_HEADERS.get(code, [])),
            "content": {
                PROBLEM_JSON: {
                    "schema": {"$ref": "#/components/schemas/Problem"},
                    "example": _problem_example(code),
                }
            },
        }
        for code, title in TITLES.items()
        if code not in _UNDECLARED
    }
    _forget_enum_ids(result)
    return result


def _forget_enum_ids(node: Any) -> None:
    """Remove what drf-spectacular notes for its own use, in every enum."""
    if isinstance(node, dict):
        node.pop("x-spec-enum-id", None)
        for value in node.values():
            _forget_enum_ids(value)
    elif isinstance(node, list):
        for value in node:
            _forget_enum_ids(value)


def _component(code: int) -> str:
    return TITLES[code].replace(" ", "")


def _header_refs(names: list[str]) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _problem_example(code: int) -> dict[str, Any]:
    word = TITLES[code].lower().replace(" ", "_")
    return {
        "type": f"{PROBLEM_TYPE}{word}",
        "title": TITLES[code],
        "status": code,
        "detail": "What went wrong, and what to do.",
        "instance": "/api/v2/projects/bus-stops/",
        "code": word,
    }
