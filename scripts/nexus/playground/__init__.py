"""The fence `playground`: a project's API, read from its contract files, ready to be tried.

A superfence format function, so that MkDocs and Zensical both use it. What it renders
reads without JavaScript; `playground.mjs` adds the forms. The fence's body is one file
under `examples/`, and its suffix says what is shown: an OpenAPI document (`.json`), a
GraphQL schema (`.graphql`), or who may be signed in and what fills the forms (`.toml`).
"""

import json
from pathlib import PurePosixPath
from typing import Any

from markdown import Markdown

from nexus.examples import load
from nexus.fence import shown_or_said
from nexus.playground import graphql, people, rest
from nexus.playground.values import values_of
from nexus.problems import ExampleError, Problem


def render(
    source: str, _language: str, _class: str, _options: dict[str, Any], md: Markdown, **_: Any
) -> str:
    """Return the HTML of one `playground` fence."""
    return shown_or_said(source, md, lambda page: shown(source, page.examples, page.root))


def shown(body: str, page: PurePosixPath, root: str) -> str:
    """Return the HTML of a fence with this body, on the page with the examples at ``page``.

    Raises:
        ExampleError: the body names no contract, or the page has no values for it.
        ValueError, LookupError: the file is no contract of its kind.
    """
    path = body.strip()
    values = values_of(page)
    example = load(path)
    if example.path.suffix == ".json":
        return rest.html(json.loads(example.text), values)
    if example.path.suffix == ".graphql":
        return graphql.html(example.text, values, root)
    if example.path.suffix == ".toml":
        return people.html(values)
    mend = "name an OpenAPI document (.json), a GraphQL schema (.graphql) or values (.toml)"
    raise ExampleError(Problem(f"examples/{path}", 1, "playground", "it is no contract", mend))
