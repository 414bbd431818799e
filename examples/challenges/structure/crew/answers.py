"""How each error is answered: the one place where the domain's words meet HTTP."""

from typing import Any

from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from crew.errors import Conflict, CrewError, Invalid, NotAllowed, NotFound, NotSignedIn

STATUS = {Invalid: 400, NotSignedIn: 401, NotAllowed: 403, NotFound: 404, Conflict: 409}


def refusal(error: CrewError) -> tuple[dict[str, Any], int]:
    """Return body and status for an error of ours."""
    body: dict[str, Any] = {"error": error.code}
    if isinstance(error, Invalid):
        body["fields"] = error.fields
    return body, STATUS[type(error)]


def on_error(error: Exception, context: dict[str, Any]) -> Response | None:
    """Give the errors of REST framework the form that clients know since step 0."""
    if isinstance(error, CrewError):
        body, status = refusal(error)
        return Response(body, status)
    answer = exception_handler(error, context)  # None: unknown, let it become a 500
    if answer is None:
        return None
    if isinstance(error, exceptions.ValidationError):
        answer.data = {"error": "invalid", "fields": answer.data}
    else:
        answer.data = {"error": getattr(answer.data.get("detail"), "code", "error")}
    return answer
