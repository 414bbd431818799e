"""Reads `.graphql` files: operations, with what they need in the comments above them.

    # sign-in: ada1@example.org
    # variables: {"slug": "bus-times-1"}
    query Project($slug: String!) {
      project(slug: $slug) { title }
    }

`variables` are those of the next operation, `sign-in` holds until another one, and an
empty one signs out. All operations of a file are one document, so they share fragments.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLSyntaxError, OperationDefinitionNode, parse

from sending.files import FileError

_DIRECTIVE = re.compile(r"#\s*(variables|sign-in):\s*(.*?)\s*$")


@dataclass(frozen=True)
class Operation:
    """One operation to run.

    Attributes:
        line: Where it begins.
        title: What it is called, for people.
        name: Which of the document's operations it is; None where it is the only one.
        variables: Its variables.
        person: The e-mail address of who is signed in; empty for nobody.
        sign_in_line: Where the file says so.
    """

    line: int
    title: str
    name: str | None
    variables: dict[str, Any]
    person: str
    sign_in_line: int


def operations(text: str) -> list[Operation]:
    """Read the operations of a file, in their order.

    A document that GraphQL cannot parse counts as one operation: what the board says to
    it is worth seeing.

    Raises:
        FileError: A directive is malformed, or there is no operation.
    """
    found, person, sign_in_line, above = [], "", 0, 0
    lines = text.splitlines()
    for line, title, name in _definitions(text):
        variables: dict[str, Any] = {}
        for number in range(above, line - 1):
            directive = _DIRECTIVE.match(lines[number])
            if directive and directive[1] == "sign-in":
                person, sign_in_line = directive[2], number + 1
            elif directive:
                variables = _variables(directive[2], number + 1)
        found.append(Operation(line, title, name, variables, person, sign_in_line))
        above = line - 1
    if not found:
        raise FileError(1, "there is no operation", "write one, such as `{ projects { edges … } }`")
    return found


def _definitions(text: str) -> list[tuple[int, str, str | None]]:
    """Return line, title and name of each operation."""
    try:
        document = parse(text)
    except GraphQLSyntaxError:
        lines = text.splitlines()
        starts = (n for n, line in enumerate(lines, 1) if line.strip() and line.lstrip()[0] != "#")
        return [(first, "", None) for first in [next(starts, 0)] if first]
    nodes = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    found = []
    for node in nodes:
        name = node.name.value if node.name else None
        line = node.loc.start_token.line if node.loc else 1
        found.append((line, f"{node.operation.value} {name}" if name else "", name))
    return found


def _variables(text: str, line: int) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise FileError(line, f"the variables are no JSON ({error})", "write an object") from None
    if not isinstance(found, dict):
        raise FileError(line, "the variables are no JSON object", 'write `{"name": "value"}`')
    return found
