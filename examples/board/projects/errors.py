"""What can go wrong in the domain, said once for REST, GraphQL and the admin.

Services raise these; each interface translates them into its own form.
"""

from collections.abc import Collection
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Model


class BoardError(Exception):
    """A request that the board refuses.

    Attributes:
        kind: What sort of refusal it is, one word for each subclass.
        code: What went wrong, for programs; stable across releases.
        message: What went wrong and what to do, for people.
        field: The field to mend, where there is one.
    """

    kind: ClassVar[str] = "error"

    def __init__(self, message: str, *, code: str | None = None, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or self.kind
        self.field = field


class Invalid(BoardError):
    """A value is missing or malformed."""

    kind = "invalid"


class NotAllowed(BoardError):
    """The person may not do this."""

    kind = "not_allowed"


class NotFound(BoardError):
    """It does not exist, or the person may not know that it does."""

    kind = "not_found"


class Conflict(BoardError):
    """The state of things stands against it, such as a request decided already."""

    kind = "conflict"


class StaleVersion(BoardError):
    """Somebody changed it since the person read it."""

    kind = "stale_version"


def validate(instance: Model, *, exclude: Collection[str] = ()) -> None:
    """Check the fields of an instance before it is saved.

    Foreign keys are left to the database, which checks them without another query.

    Raises:
        Invalid: The first field that is wrong.
    """
    relations = {field.name for field in instance._meta.fields if field.is_relation}
    try:
        instance.clean_fields(exclude={*relations, *exclude})
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise Invalid(messages[0], field=field) from error
