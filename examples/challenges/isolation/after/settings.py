"""All that differs between machines: read once, and wrong values told at the start."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit


class SettingsError(Exception):
    """Names every variable that is missing or malformed, and no value."""


@dataclass(frozen=True)
class Settings:
    sender: str
    cache: tuple[str, int]
    mail_key: str = field(repr=False)  # so that no log line shows it


def _mail(text: str) -> str:
    name, _, host = text.partition("@")
    if not name or "." not in host:
        raise ValueError
    return text


def _redis(text: str) -> tuple[str, int]:
    parts = urlsplit(text)
    if parts.scheme != "redis" or not parts.hostname:
        raise ValueError
    return parts.hostname, parts.port or 6379


def _secret(path: str) -> str:
    secret = Path(path).read_text("utf-8").strip()
    if not secret:
        raise ValueError
    return secret


# The order is that of Settings.
VARIABLES: dict[str, tuple[Callable[[str], object], str]] = {
    "BOARD_SENDER": (_mail, "board@example.org"),
    "CACHE_URL": (_redis, "redis://cache:6379"),
    "MAIL_KEY_FILE": (_secret, "the path of a file with the key in it"),
}


def read(variables: Mapping[str, str] = os.environ) -> Settings:
    values, problems = [], []
    for name, (parse, example) in VARIABLES.items():
        text = variables.get(name, "")
        try:
            values.append(parse(text))
        except (OSError, ValueError):
            what = "wrong" if text else "missing"
            problems.append(f"  {name} is {what}; it should look like: {example}")
    if problems:
        raise SettingsError("\n".join(["the environment", *problems]))
    return Settings(*values)  # type: ignore[arg-type]
