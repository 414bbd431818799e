"""Fills `{{...}}` with variables of the file and with parts of earlier answers."""

import json
import re
from collections.abc import Mapping
from typing import Any

from sending.answers import Answer
from sending.files import FileError

_PLACEHOLDER = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_ANSWER = re.compile(r"([\w-]+)\.response\.(body|headers)\.(?:\$\.)?(.+)$")
_STEP = re.compile(r"[^.\[\]]+")
_MOST = 10  # variables within variables; more is a circle


def fill(
    text: str,
    line: int,
    variables: Mapping[str, tuple[int, str]],
    answers: Mapping[str, Answer],
    depth: int = 0,
) -> str:
    """Return a text with its placeholders filled.

    Args:
        text: What stands in the file.
        line: The line where it begins, for errors.
        variables: The file's own, each with its line and value.
        answers: Those that have come, by the names of their requests.
        depth: How many variables deep we are.

    Raises:
        FileError: A placeholder means nothing, or nothing yet.
    """

    def value(found: re.Match[str]) -> str:
        here = line + text.count("\n", 0, found.start())
        name = found[1]
        if name in variables:
            if depth == _MOST:
                raise FileError(here, f"@{name} leads back to itself", "give it a plain value")
            place, meaning = variables[name]
            return fill(meaning, place, variables, answers, depth + 1)
        if part := _ANSWER.match(name):
            if part[1] not in answers:
                known = ", ".join(answers) or "none yet"
                raise FileError(
                    here,
                    f"no answer named {part[1]} has come",
                    f"name a request above this one (`# @name {part[1]}`); there are: {known}",
                )
            answer = answers[part[1]]
            return (
                _header(answer, part[3], here)
                if part[2] == "headers"
                else _in_body(answer, part[3], here)
            )
        known = ", ".join(sorted(variables)) or "none"
        raise FileError(here, f"{{{{{name}}}}} means nothing", f"define it; there are: {known}")

    return _PLACEHOLDER.sub(value, text)


def _header(answer: Answer, name: str, line: int) -> str:
    for other, value in answer.headers:
        if other.lower() == name.lower():
            return value
    raise FileError(line, f"{answer.summary} has no header {name}", "look at the answer's headers")


def _in_body(answer: Answer, path: str, line: int) -> str:
    try:
        value: Any = json.loads(answer.body)
        for step in [] if path == "*" else _STEP.findall(path):
            value = value[int(step)] if isinstance(value, list) else value[step]
    except (ValueError, LookupError, TypeError):
        raise FileError(
            line, f"{answer.summary} has nothing at {path}", "look at the answer's body"
        ) from None
    return value if isinstance(value, str) else json.dumps(value)
