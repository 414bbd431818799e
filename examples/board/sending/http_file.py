"""Reads `.http` files, in the format of the REST Client of VS Code and of JetBrains' IDEs.

    @project = bus-times-1

    ### Sign in
    # @name login
    POST /api/v2/auth/jwt/
    Content-Type: application/json

    {"email": "ada1@example.org", "password": "build-it-together"}

    ### Read your own account
    GET /api/v2/me/
    Authorization: Bearer {{login.response.body.access}}

`###` begins a request and may carry its title. `@name = value` sets a variable of the
whole file. `{{...}}` stands for a variable, or for a part of the answer to a request that
has a name: `login.response.body.access`, `login.response.headers.Location`.
"""

import re
from dataclasses import dataclass, field

from sending.files import Draft, FileError

_SEPARATOR = re.compile(r"###+\s*(.*?)\s*$")
_VARIABLE = re.compile(r"@([\w-]+)\s*=\s*(.*?)\s*$")
_NAME = re.compile(r"(?:#|//)\s*@name[\s=]+([\w-]+)\s*$")
_COMMENT = re.compile(r"#|//")
_REQUEST = re.compile(
    r"(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(\S(?:.*?\S)?)(?:\s+HTTP/[\d.]+)?\s*$"
)
_VERSION = re.compile(r"\s+HTTP/[\d.]+$")
_MORE_QUERY = re.compile(r"\s+[?&]")
_HEADER = re.compile(r"([!#$%&'*+.^_`|~\w-]+):\s*(.*?)\s*$")


@dataclass
class HttpFile:
    """The requests of a file in their order, and its variables with their lines."""

    requests: list[Draft] = field(default_factory=list)
    variables: dict[str, tuple[int, str]] = field(default_factory=dict)


def parse(text: str) -> HttpFile:
    """Read a file.

    Raises:
        FileError: A line is none of what may stand there, or no request is in the file.
    """
    found = HttpFile()
    lines = list(enumerate(text.splitlines(), 1))
    starts = [n for n, (_, line) in enumerate(lines) if _SEPARATOR.match(line)]
    for first, last in zip([0, *starts], [*starts, len(lines)], strict=True):
        draft = _request(lines[first:last], found)
        if draft:
            found.requests.append(draft)
    if not found.requests:
        raise FileError(1, "there is no request", "write one, such as `GET /api/v2/projects/`")
    return found


def _request(lines: list[tuple[int, str]], found: HttpFile) -> Draft | None:
    """Read what stands between two separators."""
    title, name = "", ""
    for place, (number, line) in enumerate(lines):
        if separator := _SEPARATOR.match(line):
            title = separator[1]
        elif variable := _VARIABLE.match(line):
            found.variables[variable[1]] = (number, variable[2])
        elif named := _NAME.match(line):
            name = named[1]
            if name in {other.name for other in found.requests}:
                raise FileError(number, f"two requests are named {name}", "rename one of them")
        elif line.strip() and not _COMMENT.match(line):
            request = _REQUEST.match(line)
            if request is None:
                raise FileError(
                    number, "this is no request", "begin with a method and a path: `GET /path/`"
                )
            draft = Draft(number, request[1], request[2], title, name)
            _head_and_body(lines[place + 1 :], draft)
            return draft
    return None


def _head_and_body(lines: list[tuple[int, str]], draft: Draft) -> None:
    """Read what follows a request line: more of the query, headers, an empty line, the body."""
    for place, (number, line) in enumerate(lines):
        if not line.strip():
            body = lines[place + 1 :]
            while body and not body[0][1].strip():
                body.pop(0)
            draft.body = "\n".join(line for _, line in body).rstrip()
            draft.body_line = body[0][0] if body else number
            if body and _REQUEST.match(body[0][1]):
                raise FileError(draft.body_line, "a request stands in a body", "put ### above it")
            return
        if _MORE_QUERY.match(line) and not draft.headers:
            draft.target += _VERSION.sub("", line.strip())
        elif header := _HEADER.match(line):
            draft.headers.append((number, header[1], header[2]))
        elif not _COMMENT.match(line):
            raise FileError(
                number, "this is no header", "write `Name: value`; an empty line ends the headers"
            )
