"""One form for every error under `/api/`: problem details (RFC 9457).

Services raise domain errors, REST framework raises its own, Django has a third family.
A client sees one form: `code` is for programs and stays, `detail` is for people and may
change.
"""

import logging
import math
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views import defaults
from rest_framework import exceptions, status
from rest_framework.request import Request

from projects.errors import BoardError, Conflict, Invalid, NotAllowed, NotFound, StaleVersion

logger = logging.getLogger("board.api")

PROBLEM_JSON = "application/problem+json"
PROBLEM_TYPE = "tag:board.example,2026:"  # a name that is nobody else's (RFC 4151), no address
# RFC 9110's names. Python's own table changes them from release to release.
TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    409: "Conflict",
    412: "Precondition Failed",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    428: "Precondition Required",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
_STATUS = {Invalid: 400, NotAllowed: 403, NotFound: 404, Conflict: 409, StaleVersion: 412}


class PreconditionRequired(exceptions.APIException):
    """The request would overwrite what its sender may not have read."""

    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_detail = "Send the ETag that you last read as If-Match."
    default_code = "precondition_required"


class BodyTooLarge(exceptions.APIException):
    """The body is longer than anything that the API takes."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = "The body of the request is too large."
    default_code = "body_too_large"


class Unavailable(exceptions.APIException):
    """The database did not answer in time; the same request may succeed later."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_detail = "The board cannot answer at the moment. Try again."
    default_code = "unavailable"
    wait = 1


def problem(
    request: HttpRequest | Request,
    status_code: int,
    code: str,
    detail: str,
    *,
    errors: list[dict[str, str]] | None = None,
    headers: dict[str, str] | None = None,
) -> JsonResponse:
    """Build the answer for one error.

    Args:
        request: The request that failed; its path becomes `instance`.
        status_code: The HTTP status.
        code: What went wrong, for programs.
        detail: What went wrong and what to do, for people.
        errors: One entry for each value to mend, with a `pointer` into the body
            (RFC 6901) or the name of the query `parameter`.
        headers: What else the status asks for, such as `Retry-After`.
    """
    body = {
        "type": PROBLEM_TYPE + code,
        "title": TITLES[status_code],
        "status": status_code,
        "detail": detail,
        "instance": quote(request.path),
        "code": code,
    }
    if errors:
        body["errors"] = errors
    return JsonResponse(body, status=status_code, content_type=PROBLEM_JSON, headers=headers)


def exception_handler(exc: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Answer an exception of a view; None lets an unknown one become a logged 500."""
    request: Request = context["request"]
    if isinstance(exc, BoardError):
        place = [{"pointer": f"#/{exc.field}", "detail": exc.message, "code": exc.code}]
        return problem(
            request, _STATUS[type(exc)], exc.code, exc.message, errors=place if exc.field else None
        )
    exc = _translated(exc)
    if not isinstance(exc, exceptions.APIException):
        return None
    headers: dict[str, str] = {}
    if authenticate := getattr(exc, "auth_header", None):
        headers["WWW-Authenticate"] = authenticate
    if wait := getattr(exc, "wait", None):
        headers["Retry-After"] = str(math.ceil(wait))
    if isinstance(exc, exceptions.ValidationError):
        name = "parameter" if request.method in {"GET", "HEAD"} else "pointer"
        found = list(_flat(exc.detail, name))
        return problem(request, exc.status_code, "invalid", "Some values are wrong.", errors=found)
    detail: Any = exc.detail
    code: Any = exc.default_code
    if isinstance(detail, dict):  # simplejwt puts its parts into a dictionary
        detail, code = detail["detail"], detail["code"]
    elif isinstance(detail, exceptions.ErrorDetail):
        code = detail.code
    return problem(request, exc.status_code, str(code), str(detail), headers=headers)


def _translated(exc: Exception) -> Exception:
    """Turn Django's exceptions into those of REST framework."""
    match exc:
        case Http404():
            return exceptions.NotFound()
        case PermissionDenied():
            return exceptions.PermissionDenied()
        case RequestDataTooBig():
            return BodyTooLarge()
        case SuspiciousOperation():
            return exceptions.ParseError()
        case OperationalError():
            logger.error("The database did not answer.", exc_info=exc)
            return Unavailable()
    return exc


def _flat(detail: Any, name: str, path: tuple[str, ...] = ()) -> Iterator[dict[str, str]]:
    """Walk REST framework's nested errors; each leaf gets a pointer to its place."""
    if isinstance(detail, dict):
        for key, inner in detail.items():
            step = () if key == "non_field_errors" else (str(key),)
            yield from _flat(inner, name, path + step)
    elif isinstance(detail, list):
        for inner in detail:
            yield from _flat(inner, name, path)
    else:
        steps = (step.replace("~", "~0").replace("/", "~1") for step in path)
        pointer = "#" + "".join("/" + quote(step, safe="~", errors="replace") for step in steps)
        yield {
            name: pointer if name == "pointer" else ".".join(path),
            "detail": str(detail),
            "code": detail.code,
        }


def _django_handler(
    status_code: int, code: str, detail: str, page: Callable[..., HttpResponse]
) -> Callable[..., HttpResponse]:
    """Make a handler for errors outside of any API view (`handler404` and its kin)."""

    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.path.startswith("/api/"):
            return problem(request, status_code, code, detail)
        return page(request, *args, **kwargs)

    return handle


bad_request = _django_handler(400, "bad_request", "Malformed request.", defaults.bad_request)
permission_denied = _django_handler(
    403, "permission_denied", "You may not do this.", defaults.permission_denied
)
page_not_found = _django_handler(404, "not_found", "Not found.", defaults.page_not_found)
server_error = _django_handler(
    500, "server_error", "The fault is ours, and it is logged.", defaults.server_error
)
