"""Real values for requests that should succeed; `schemathesis.toml` loads this module.

A contract says what a token looks like, not which tokens there are. What only the board
gives out is put in here, from the database of the server; requests that should fail stay
as they were made. Without this, half of the operations would never be seen to succeed.
"""

import csv
import re
from datetime import UTC, datetime
from itertools import count
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit
from uuid import uuid4

import django
import requests
import schemathesis
from schemathesis.graphql.checks import GraphQLClientError, GraphQLServerError

django.setup()

from django.contrib.auth.password_validation import validate_password  # noqa: E402
from django.core.exceptions import ValidationError  # noqa: E402
from rest_framework_simplejwt.tokens import RefreshToken  # noqa: E402

from api.models import IdempotencyKey  # noqa: E402
from exports.services import request_export  # noqa: E402
from notifications.digests import unsubscribe_token  # noqa: E402
from outside.data import PASSWORD, PEOPLE  # noqa: E402
from people.models import Person, Skill  # noqa: E402
from people.tokens import RESET_PASSWORD, VERIFY_EMAIL  # noqa: E402
from projects import services  # noqa: E402
from projects.models import JoinRequest, Membership, Post, Project  # noqa: E402

NOW = datetime(2026, 1, 1, tzinfo=UTC)

# Arguments of GraphQL, where they stand in a document.
_VALUE = r'("(?:[^"\\]|\\.)*"|-?[0-9]+)'
_PAGE = re.compile(rf"\b(first|last|after|before): {_VALUE}")
_KEY = re.compile(rf"\b(project|slug|id): {_VALUE}")
_PAGES = {"first": "2"}

_numbers = count(1)


@schemathesis.deserializer("text/csv")
def rows(context: Any, response: Any) -> list[list[str]]:
    """Read a file of rows, so that it can be compared with the contract."""
    del context
    return list(csv.reader(response.text.splitlines()))


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Put real values into a request that should succeed."""
    del context, kwargs  # schemathesis passes them by name
    definition = case.operation.definition.raw
    if case.meta is None or case.meta.generation.mode.is_negative:
        return
    # Half of the time; else the refusals of what is not there would not be seen.
    prepare = case.meta.phase.name.value != "stateful" and next(_numbers) % 2
    if not isinstance(definition, dict):
        if prepare:
            _real_arguments(case)
        return
    operation = definition["operationId"]
    if prepare:
        _real_state(case, operation)
    _real_headers(case)
    if "cursor" in case.query:
        _real_cursor(case)
    if operation == "auth_logout" and not isinstance(case.body, dict):
        # Whoever is signed in by JWT must send the refresh token; OpenAPI cannot say "if".
        case.body, case.media_type = {}, "application/json"
    if isinstance(case.body, dict):
        case.body = _real_body(case, operation, dict(case.body))


# What SDL has no words for: ranges of numbers, cursors, kinds of characters, how much a
# document may ask for.
# These refusals are part of the contract; any other error in an answer is a failure.
_REFUSALS = re.compile(
    r"`(first|last)` is from 0 to 100\.|Give `first` or `last`, not both\."
    r"|This cursor is not from this list\.|The request is too much: .+"
    r"|Remove the characters that are not text\."
)


@schemathesis.hook
def filter_failure(context: Any, failure: Any, case: Any, response: Any) -> bool:
    """Keep a failure, unless it is a documented refusal of GraphQL."""
    del context, case, response
    if not isinstance(failure, GraphQLClientError | GraphQLServerError):
        return True
    return not all(_REFUSALS.fullmatch(error["message"]) for error in failure.errors)


def _real_arguments(case: Any) -> None:
    """Ask GraphQL for pages, projects and rows that there are."""
    theirs = Project.objects.filter(owner__email__in=PEOPLE.values())
    project = theirs.first() or _new_project(_sender(case))
    asked = JoinRequest.objects.last()
    real = {"project": project.slug, "slug": project.slug, "id": asked.pk if asked else 0}
    case.body = _PAGE.sub(lambda found: f"{found[1]}: {_PAGES.get(found[1], 'null')}", case.body)
    case.body = _KEY.sub(lambda found: f'{found[1]}: "{real[found[1]]}"', case.body)


def _real_headers(case: Any) -> None:
    """Name the version that is there, and use no idempotency key for two requests."""
    if "If-Match" in case.headers:
        project = Project.objects.filter(slug=case.path_parameters["slug"]).first()
        case.headers["If-Match"] = f'"{project.version}-{"0" * 16}"' if project else "*"
    key = case.headers.get("Idempotency-Key", "").strip('"')
    if IdempotencyKey.objects.filter(key=key).exists():
        case.headers["Idempotency-Key"] = str(uuid4())


def _real_cursor(case: Any) -> None:
    """Follow the link to the next page, where there is one."""
    query = {name: value for name, value in case.query.items() if name != "cursor"}
    url = urljoin(case.operation.base_url, case.formatted_path)
    answer = requests.get(
        url, {**query, "page_size": 1}, headers=dict(case.headers), timeout=30
    ).json()
    if link := answer.get("next"):
        query["cursor"] = parse_qs(urlsplit(link).query)["cursor"][0]
    case.query = query


def _real_body(case: Any, operation: str, body: dict[str, Any]) -> dict[str, Any]:
    """Name skills, time zones, blockers and tokens that there are."""
    if "skills" in body:
        slugs = list(Skill.objects.values_list("slug", flat=True))
        body["skills"] = slugs[: len(body["skills"])]
    if operation == "auth_sign_up" and Person.objects.filter(email__iexact=body["email"]).exists():
        body["email"] = f"{uuid4().hex}@example.org"
    if "timezone" in body:
        body["timezone"] = "Africa/Nairobi"
    if body.pop("solves", None) and body.get("kind") == Post.Kind.SOLUTION:
        slug = case.path_parameters["project_slug"]
        blockers = Post.objects.filter(project__slug=slug, kind=Post.Kind.BLOCKER)
        body["solves"] = blockers.values_list("pk", flat=True).first()
    if "password" in body and operation in {"auth_sign_up", "auth_password_reset_confirm"}:
        try:
            validate_password(body["password"])
        except ValidationError:
            body["password"] = PASSWORD
    if operation in {"auth_jwt_refresh", "auth_logout"}:
        body["refresh"] = str(RefreshToken.for_user(_sender(case)))
    elif operation == "auth_jwt_verify":
        body["token"] = str(RefreshToken.for_user(_sender(case)).access_token)
    elif operation == "auth_verify_email":
        body["token"] = VERIFY_EMAIL.make(_somebody_new(verified=None))
    elif operation == "auth_unsubscribe":
        body["token"] = unsubscribe_token(_sender(case))
    elif operation == "auth_password_reset_confirm":
        body["token"] = RESET_PASSWORD.make(_somebody_new())
    return body


def _real_state(case: Any, operation: str) -> None:
    """Let there be what the operation is about: a seat to give up, a request to decide."""
    sender, other = _sender(case), _somebody_new
    if operation == "projects_leave":
        project = _new_project(other())
        Membership.objects.create(project=project, person=sender)
        case.path_parameters = {"slug": project.slug}
    elif operation in {"requests_accept", "requests_decline"}:
        asked = services.ask_to_join(person=other(), project=_new_project(sender))
        case.path_parameters = {"id": asked.pk}
    elif operation in {"projects_partial_update", "projects_destroy"}:
        case.path_parameters = {"slug": _new_project(sender).slug}
    elif operation in {"exports_retrieve", "exports_file"}:
        export = request_export(person=sender, project=_new_project(sender), format="csv")
        case.path_parameters = {"id": str(export.pk)}
    elif operation == "requests_withdraw":
        asked = services.ask_to_join(person=sender, project=_new_project(other()))
        case.path_parameters = {"id": asked.pk}


def _new_project(owner: Person) -> Project:
    return services.announce_project(owner=owner, title="A map", pitch="Of all bus stops.")


def _sender(case: Any) -> Person:
    """Return who sends the request."""
    return Person.objects.get(email=PEOPLE.get(case.auth_identity, PEOPLE["Sam"]))


def _somebody_new(verified: datetime | None = NOW) -> Person:
    """Return a person without a past."""
    email = f"{uuid4().hex}@example.org"
    return Person.objects.create_user(
        email=email, name="Mia", password=PASSWORD, email_verified_at=verified
    )
