"""A YAML file with the line of each of its values, checked by a JSON schema."""

import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import yaml

from nexus.paths import EXAMPLES
from nexus.problems import Problem

Place = tuple[str | int, ...]


class Source:
    """A YAML file under `examples/`: its data, and where each value stands.

    Attributes:
        path: its path from `examples/`.
        rule: the linter's rule that its problems belong to.
        data: what it holds; None when it cannot be read.
        problems: what is wrong with the file as such, then with its shape.
    """

    def __init__(self, path: PurePosixPath, rule: str, schema: str) -> None:
        """Read ``path`` and check it with the schema called ``schema``."""
        self.path, self.rule = path, rule
        self.data: Any = None
        self._lines: dict[Place, int] = {}
        self.problems = self._read()
        if not self.problems:
            self.problems = list(self._shape(_schema(schema)))

    def problem(self, place: Place, what: str, mend: str) -> Problem:
        """Return a problem with the value at ``place``, or with what holds it."""
        while place and place not in self._lines:
            place = place[:-1]
        return Problem(f"examples/{self.path}", self._lines.get(place, 1), self.rule, what, mend)

    def _read(self) -> list[Problem]:
        try:
            text = (EXAMPLES / self.path).read_text("utf-8")
        except (OSError, ValueError):
            return [self.problem((), "there is no such file in UTF-8", "create it")]
        try:
            node = yaml.compose(text, Loader=yaml.SafeLoader)
            self.data = yaml.safe_load(text)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self._lines[()] = mark.line + 1 if mark else 1
            said = getattr(error, "problem", None) or "cannot be read"
            mend = "put quotes around a text that holds a colon, a # or a quote"
            return [self.problem((), f"invalid YAML, {said}", mend)]
        return list(self._places(node, ())) if node else []

    def _places(self, node: yaml.Node, place: Place) -> Iterator[Problem]:
        """Note the line of ``node`` and of what it holds; find keys that stand twice."""
        self._lines.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.SequenceNode):
            for number, child in enumerate(node.value):
                yield from self._places(child, (*place, number))
        elif isinstance(node, yaml.MappingNode):
            for key, child in node.value:
                here = (*place, str(key.value))
                if here in self._lines:
                    self._lines[here] = key.start_mark.line + 1
                    yield self.problem(here, f"key {key.value} stands twice", "keep one of them")
                self._lines[here] = key.start_mark.line + 1
                yield from self._places(child, here)

    def _shape(self, schema: Mapping[str, Any]) -> Iterator[Problem]:
        validator = jsonschema.Draft202012Validator(schema)
        for error in validator.iter_errors(self.data):
            place = tuple(error.absolute_path)
            for deeper, what, mend in _explain(error, place, schema):
                yield self.problem(deeper, what, mend)


@cache
def _schema(name: str) -> dict[str, Any]:
    text = (Path(__file__).parent / f"{name}.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


_TYPES = {"string": "text", "array": "a list", "object": "a list of keys", "boolean": "true/false"}


def _explain(error: Any, place: Place, root: Mapping[str, Any]) -> Iterator[tuple[Place, str, str]]:
    """Yield (place, what is wrong, how to mend it) of one finding of ``jsonschema``."""
    named = _named(place, error.schema.get("title"))
    mend = error.schema.get("description", "correct it")
    known = error.schema.get("properties", {})
    if error.validator == "required":
        for key in error.validator_value:
            # One finding for each missing key; its message begins with that key.
            if error.message.startswith(f"{key!r} "):
                yield place, f"{named} has no {key}", _mend(key, known, root)
    elif error.validator == "additionalProperties":
        for key in sorted(map(str, error.instance.keys() - known.keys())):
            close = get_close_matches(key, known, n=1)
            meant = f"did you mean {close[0]}?" if close else f"use one of {', '.join(known)}"
            yield (*place, key), f"key {key} is not known in {named}", meant
    elif error.validator == "type":
        yield place, f"{named} is not {_TYPES.get(error.validator_value, 'right')}", mend
    elif error.validator in {"minItems", "maxItems"}:
        yield place, f"{named} has {len(error.instance)} entries", mend
    elif error.validator == "not":
        yield place, f"{named} is out of place", mend
    elif error.validator == "minLength":
        yield place, f"{named} is missing or too short", mend
    else:
        yield place, f"{named} {error.instance!r} does not fit", mend


def _named(place: Place, title: str | None) -> str:
    """Return the name of what stands at ``place``: its key, or what it is and its number."""
    if not place:
        return f"the {title or 'file'}"
    if isinstance(place[-1], int):
        what = title or str(place[-2]).rstrip("s") if len(place) > 1 else title or "question"
        return f"{what} {place[-1] + 1}"
    return place[-1]


def _mend(key: str, known: Mapping[str, Any], root: Mapping[str, Any]) -> str:
    """Return how to mend a missing ``key``, in the words of its schema."""
    schema = known.get(key)
    if not isinstance(schema, dict):
        schema = {}
    if reference := schema.get("$ref"):
        schema = root["$defs"][reference.rsplit("/", 1)[-1]]
    return f"add `{key}: …`: {schema.get('description', 'it is needed')}"
