"""What a client is told when something goes wrong, and what only the log is told.

What a person can mend is data: mutations return a `BoardProblem` in place of their result,
with the codes that REST uses. `errors` beside the data are for programs that ask wrongly,
and for our own faults, of which a client learns nothing but that they happened.
"""

import logging
from typing import Any

import strawberry
from django.conf import settings
from django.db import OperationalError
from graphql import GraphQLError
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case

from graph.context import Info
from projects.errors import BoardError

logger = logging.getLogger("board.graph")


@strawberry.type(description="Why the board refuses a change.")
class BoardProblem:
    """A refusal as a member of each mutation's result."""

    code: str = strawberry.field(description="For programs; stable across releases.")
    message: str = strawberry.field(description="For people: what went wrong, what to do.")
    field: str | None = strawberry.field(description="The argument to mend, where there is one.")


class ProblemHandler(strawberry.ExceptionHandler[BoardError, BoardProblem]):
    """Turns what services raise into data, in every field whose type has a BoardProblem."""

    def handle(
        self,
        exception: BoardError,
        *,
        field: StrawberryField,
        info: Info,
    ) -> BoardProblem:
        """Translate one refusal."""
        name = to_camel_case(exception.field) if exception.field else None
        return BoardProblem(code=exception.code, message=exception.message, field=name)


def cause(error: GraphQLError) -> BaseException | None:
    """Return the exception behind an error, unless GraphQL raised the error itself."""
    original = error.original_error
    while isinstance(original, GraphQLError):
        original = original.original_error
    return original


def log(error: GraphQLError) -> None:
    """Write our own faults to the log, without the document, which may hold secrets."""
    original = cause(error)
    if original is not None and not isinstance(original, BoardError):
        logger.error("GraphQL resolver failed", exc_info=original)


def public(error: GraphQLError) -> dict[str, Any]:
    """Return an error as the client sees it: no internals, and a code for programs."""
    original = cause(error)
    message, code = error.message, "invalid"
    if isinstance(original, BoardError):
        message, code = original.message, original.code
    elif isinstance(original, OperationalError):
        message, code = "The board cannot answer at the moment. Try again.", "unavailable"
    elif original is not None:
        message, code = "Something went wrong on our side.", "unexpected"
    elif not settings.DEBUG:
        # What else there is to ask for is as little to be read from here as by introspection.
        message = message.partition(" Did you mean")[0]
    formatted = dict(error.formatted)
    return formatted | {"message": message, "extensions": {"code": code} | (error.extensions or {})}
