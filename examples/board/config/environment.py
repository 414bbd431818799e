"""Reads the environment, so that settings can say what each variable means.

Each variable NAME may also come from a file: NAME_FILE says which, as it does for the
official images. A secret in a file is in no list of processes and no `docker inspect`.

Every fault is collected and told at once: which variable, and what it should look like.
Values are never repeated in a message, since some of them are secrets.
"""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env

T = TypeVar("T")

_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def _refuse_unless(holds: object) -> None:
    if not holds:
        raise ValueError


class Environment:
    """Reads variables one by one; `check` raises if any of them was not right."""

    def __init__(self, variables: Mapping[str, str] = os.environ) -> None:
        self._variables = variables
        self._problems: list[str] = []

    def read(
        self,
        name: str,
        parse: Callable[[str], T],
        default: T,
        *,
        example: str,
        required: bool = False,
    ) -> T:
        """Return what a variable means, or the default where it is unset or empty.

        Args:
            name: The variable.
            parse: Turns the text into a value; any exception means "malformed".
            default: The value without the variable.
            example: What the variable should look like, for the error message.
            required: Whether a missing value is an error.
        """
        try:
            text = self._text(name)
        except (OSError, ValueError):
            self._problems.append(
                f"{name}_FILE must name a file that can be read, and {name} must not be set"
            )
            return default
        if not text:
            if required:
                self._problems.append(f"{name} is missing: it should look like {example}")
            return default
        try:
            return parse(text)
        except Exception:  # whatever the parser trips over, the cure is the same
            self._problems.append(f"{name} is malformed: it should look like {example}")
            return default

    def _text(self, name: str) -> str:
        """Return what stands in a variable, or in the file that NAME_FILE names."""
        text = self._variables.get(name, "").strip()
        if path := self._variables.get(f"{name}_FILE", "").strip():
            _refuse_unless(not text)
            text = Path(path).read_text("utf-8").strip()
        return text

    def check(self) -> None:
        """Raise ImproperlyConfigured with every problem found so far."""
        if self._problems:
            raise ImproperlyConfigured("Environment variables:\n  " + "\n  ".join(self._problems))


def boolean(text: str) -> bool:
    """Read true or false. `bool("false")` is true, so that is not the way."""
    _refuse_unless(text.lower() in _TRUE | _FALSE)
    return text.lower() in _TRUE


def natural(text: str) -> int:
    """Read a whole number that is not negative."""
    _refuse_unless(text.isdecimal())
    return int(text)


def words(text: str) -> list[str]:
    """Read names separated by commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def origins(text: str) -> list[str]:
    """Read web addresses separated by commas."""
    return [http_url(word) for word in words(text)]


def secret(text: str) -> str:
    """Read a secret that is long and varied enough to sign with."""
    _refuse_unless(len(text) >= 50 and len(set(text)) >= 5)
    return text


def log_level(text: str) -> str:
    """Read the name of a level of the logging module."""
    _refuse_unless(text.upper() in {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"})
    return text.upper()


def http_url(text: str) -> str:
    """Read the address of a web site, without the last slash."""
    _refuse_unless(re.fullmatch(r"https?://[^/\s?#]+(/[^\s?#]*)?", text))
    return text.rstrip("/")


def server_url(*schemes: str) -> Callable[[str], str]:
    """Return a parser of URLs that have one of these schemes and a host."""

    def parse(text: str) -> str:
        parts = urlsplit(text)
        _refuse_unless(parts.scheme in schemes and parts.hostname and (parts.port or True))
        return text

    return parse


def database(text: str) -> dict[str, Any]:
    """Read a database URL into what Django's `DATABASES` wants."""
    _refuse_unless(urlsplit(text).scheme in {"postgres", "postgresql", "sqlite"})
    config: dict[str, Any] = Env.db_url_config(text)
    _refuse_unless(config["NAME"])
    return config


def email(text: str) -> dict[str, Any]:
    """Read an e-mail URL into Django's `EMAIL_*` settings."""
    config: dict[str, Any] = Env.email_url_config(text)
    _refuse_unless(
        config["EMAIL_HOST"] or not config["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
    )
    return {name: value for name, value in config.items() if value is not None}
