"""What fills the forms of a playground: `values.toml` in the folder of its page."""

import tomllib
from pathlib import PurePosixPath
from typing import Any

from nexus.examples import load

NAMES = ("password", "people", "path", "header", "body", "argument")


def values_of(page: PurePosixPath) -> dict[str, Any]:
    """Return the values for the page with the examples at ``page`` (from `examples/`).

    Raises:
        ExampleError: the page has no `values.toml`.
        ValueError: it is no TOML, or says what nobody reads.
    """
    found = tomllib.loads(load(page / "values.toml").text)
    if unknown := sorted(found.keys() - set(NAMES)):
        raise ValueError(f"values.toml: {unknown[0]} is not known; use {', '.join(NAMES)}")
    return {name: found.get(name, "" if name == "password" else {}) for name in NAMES}
