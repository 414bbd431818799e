"""Checks on single values that models of several apps share."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError


def storable_text(value: str) -> None:
    r"""Refuse text that says nothing, and text that a database cannot hold.

    PostgreSQL refuses `"\x00"`, and `"\ud800"` has no UTF-8 form. SQLite takes the
    first, so without this check the fault would show in production only.
    """
    if not value.strip():
        raise ValidationError("Write something.", code="blank")
    if "\x00" in value or any("\ud800" <= char <= "\udfff" for char in value):
        raise ValidationError("Remove the characters that are not text.", code="not_text")


def known_timezone(value: str) -> None:
    """Refuse what is not a name such as `UTC` or `Africa/Accra`."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # unknown, malformed, a folder
        raise ValidationError("There is no such time zone.", code="timezone") from error
