"""Conditional requests: a change by somebody else is never overwritten unseen.

The entity tag of a project is `"<version>-<digest>"`. The digest covers the whole
representation: a name or a count in it can change while the version stays, and a client
that asks with If-None-Match must hear of it (Django's ConditionalGetMiddleware answers
304). The version is what edits compete for, so If-Match compares it alone: the arrival
of a request to join must not refuse the owner's edit.
"""

import hashlib
import json
import re
from typing import Any

from rest_framework.exceptions import ParseError
from rest_framework.request import Request

from api.exceptions import PreconditionRequired
from projects.errors import StaleVersion

IF_MATCH_PATTERN = r'\*|(W/)?"[^"]*"(, *(W/)?"[^"]*")*'
# Proxies that compress make a tag weak (`W/"…"`); the version in it is as good as before.
_TAG = re.compile(r'(?:W/)?"([0-9]{1,9})-[0-9a-f]{16}"')


def entity_tag(version: int, representation: Any) -> str:
    """Return the entity tag of a versioned object as it is shown to this viewer."""
    text = json.dumps(representation, sort_keys=True)
    return f'"{version}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"'


def expected_version(request: Request, current: int) -> int | None:
    """Return the version that a change builds on; None where the client takes any (`*`).

    Raises:
        PreconditionRequired: There is no If-Match.
        ParseError: It is no list of entity tags.
        StaleVersion: None of its tags is of the current version.
    """
    header = request.headers.get("If-Match")
    if header is None:
        raise PreconditionRequired
    if not re.fullmatch(IF_MATCH_PATTERN, header.strip()):
        raise ParseError("If-Match must be the ETag in its quotes, or *.")
    if header.strip() == "*":
        return None
    if current not in {int(number) for number in _TAG.findall(header)}:
        raise StaleVersion("Somebody changed it since you read it. Read it again.")
    return current
