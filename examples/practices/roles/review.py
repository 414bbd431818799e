# needs: board
"""Five questions that a frontend learner asks of any list, answered by asking the API."""

import re
from collections.abc import Iterator
from typing import Any

import django

django.setup()

from rest_framework.test import APIClient


def values(part: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Walk through an answer and name every value in it."""
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from values(inner, key)
    elif isinstance(part, list):
        for inner in part:
            yield from values(inner, name)
    else:
        yield name, part


def review(url: str) -> None:
    """Print what would hold up somebody who builds a page on this list."""
    body = APIClient(SERVER_NAME="localhost").get(url).json()
    rows = body["results"]
    found = list(values(rows))
    times = [text for name, text in found if name.endswith("_at") and text]
    questions = {
        "can the list grow a next page?": "next" in body,
        "has every row the same keys?": len({frozenset(row) for row in rows}) == 1,
        "do times say their zone?": all(re.search(r"(Z|[+-]\d\d:\d\d)$", t) for t in times),
        "can I link to the owner?": all("url" in row["owner"] for row in rows),
        "can two owners of one name be told apart?": all("id" in row["owner"] for row in rows),
    }
    print(url)
    for question, yes in questions.items():
        print(f"  {'yes' if yes else 'NO '} {question}")


review("/api/v1/projects/")
review("/api/v2/projects/")
