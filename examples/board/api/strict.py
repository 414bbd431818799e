"""Input that is what the contract says, and nothing else.

REST framework is generous: it drops names that it does not know and reads `"3"` as 3. A
misspelt name that is dropped in silence is a change that never happens, so here both are
errors that say where.
"""

from typing import IO, Any, cast

from rest_framework import exceptions, serializers
from rest_framework.fields import Field
from rest_framework.parsers import JSONParser

_JSON_TYPES: dict[type[Field[Any, Any, Any, Any]], tuple[type, str]] = {
    serializers.CharField: (str, "string"),
    serializers.ChoiceField: (str, "string"),
    serializers.IntegerField: (int, "integer"),
    serializers.BooleanField: (bool, "boolean"),
    serializers.ListField: (list, "array"),
}


class StrictJSONParser(JSONParser):
    """JSON as RFC 8259 has it: UTF-8 whatever the header says, and not endlessly deep."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Any = None,
    ) -> Any:
        """Read the body, or raise `ParseError`."""
        try:
            return super().parse(stream, media_type, {"encoding": "utf-8"})
        except RecursionError as error:
            raise exceptions.ParseError("The JSON is nested too deeply.") from error


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses names that it does not declare and values of another JSON type."""

    def to_internal_value(self, data: Any) -> Any:
        """Check names and types first, then all that the fields say."""
        if isinstance(data, dict):
            # JSON knows no difference between 3 and 3.0, and JSON Schema calls both integers.
            data = {
                name: int(value) if type(value) is float and value.is_integer() else value
                for name, value in data.items()
            }
            errors = {
                name: exceptions.ErrorDetail("There is no such field.", "unknown_field")
                for name in data.keys() - self.fields.keys()
            }
            for name in data.keys() & self.fields.keys():
                if expected := _wrong_type(self.fields[name], data[name]):
                    errors[name] = exceptions.ErrorDetail(f"This must be {expected}.", "type")
            if errors:
                raise exceptions.ValidationError(errors)
        return super().to_internal_value(data)


def _wrong_type(field: Field[Any, Any, Any, Any], value: Any) -> str:
    """Name the JSON type that a value should have, or nothing where it has it."""
    if value is None:
        return ""  # whether null is right is for the field to say
    expected, name = next(pair for kind, pair in _JSON_TYPES.items() if isinstance(field, kind))
    if type(value) is not expected:  # not isinstance: True is an int in Python, not in JSON
        return f"of type {name}"
    if isinstance(field, serializers.ListField) and any(
        _wrong_type(field.child, item) for item in cast("list[Any]", value)
    ):
        return "a list of values of the right type"
    return ""
