"""The kinds of example, by file name: the one place where a new kind is added."""

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True)
class Kind:
    """What the machinery knows about one kind of file.

    Attributes:
        label: the name a reader sees.
        lexer: the Pygments lexer that highlights it.
        runner: how ``nexus.running`` runs it; None for files that are only read.
        recorded: whether its output is kept beside it and compared.
        check: finds fault with the text of a file; raises ValueError.
        needs: what every example of this kind needs from the machine.
        served_as: suffix added to the file that is offered for download, where a browser
            would otherwise show it as a page of the site.
        packages: names in the lock of what it is verified with, where its text cannot say.
        browser: what runs it in the reader's browser (`python`, `sql`, `http`, `graphql`).
    """

    label: str
    lexer: str
    runner: str | None = None
    recorded: bool = False
    check: Callable[[str], object] | None = None
    needs: frozenset[str] = frozenset()
    served_as: str = ""
    packages: tuple[str, ...] = ()
    browser: str = ""


def _yaml(text: str) -> object:
    # Imported late: only tests and the site need PyYAML, `run.py` does not.
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


# Where a backslash means nothing to psql; a nested comment is not seen through.
_SQL_QUIET = re.compile(
    r"""--[^\n]*|/\*.*?\*/|\b[eE]'(?:[^'\\]|\\.|'')*'|'[^']*'|"[^"]*"|(\$\w*\$).*?\1|\\""", re.S
)


def check_sql(text: str) -> None:
    r"""Raise ValueError where ``text`` holds a command to psql, such as ``\d``."""
    for found in _SQL_QUIET.finditer(text):
        if found[0] == "\\":
            line = text.count("\n", 0, found.start()) + 1
            word = text[found.start() :].split(maxsplit=1)[0]
            raise ValueError(
                f"line {line}: {word} is a command to psql, not SQL; a page has no psql, "
                "so ask the catalog with a query instead"
            )


PYTHON = Kind("Python", "python", runner="python", recorded=True, browser="python")
CONSOLE = Kind("Shell", "bash", runner="bash", recorded=True, needs=frozenset({"bash"}))
SQL = Kind(
    "SQL",
    "postgresql",
    runner="psql",
    recorded=True,
    check=check_sql,
    needs=frozenset({"postgres"}),
    browser="sql",
)
HTTP = Kind(
    "HTTP",
    "http",
    runner="send",
    recorded=True,
    needs=frozenset({"board"}),
    browser="http",
    packages=("django", "djangorestframework"),
)
GRAPHQL = Kind(
    "GraphQL",
    "graphql",
    runner="send",
    recorded=True,
    needs=frozenset({"board"}),
    browser="graphql",
    packages=("django", "strawberry-graphql"),
)
POWERSHELL = Kind("PowerShell", "powershell", runner="powershell", needs=frozenset({"windows"}))

DOCKERFILE = Kind("Dockerfile", "docker")
ENVIRONMENT = Kind("Environment file", "bash")

BY_SUFFIX = {
    ".py": PYTHON,
    ".console": CONSOLE,
    ".ps1": POWERSHELL,
    ".toml": Kind("TOML", "toml", check=tomllib.loads),
    ".lock": Kind("Lock file", "toml", check=tomllib.loads),
    ".json": Kind("JSON", "json", check=json.loads),
    ".yaml": Kind("YAML", "yaml", check=_yaml),
    ".yml": Kind("YAML", "yaml", check=_yaml),
    ".cfg": Kind("INI", "ini"),
    ".ini": Kind("INI", "ini"),
    ".env": ENVIRONMENT,
    ".Dockerfile": DOCKERFILE,
    ".sh": Kind("Shell", "bash"),
    ".html": Kind("Django template", "html+django", served_as=".txt"),
    ".sql": SQL,
    ".http": HTTP,
    ".graphql": GRAPHQL,
    ".mjs": Kind("JavaScript", "javascript"),
    ".ts": Kind("TypeScript", "typescript", served_as=".txt"),  # a browser plays it as video
    ".md": Kind("Markdown", "markdown", served_as=".txt"),  # MkDocs would make it a page
    ".csv": Kind("CSV", "text"),
    ".log": Kind("Log", "text"),
    ".txt": Kind("Text", "text"),
}
BY_NAME = {
    ".coveragerc": Kind("INI", "ini"),
    "Dockerfile": DOCKERFILE,
    ".dockerignore": Kind("Docker ignore file", "text"),
    ".env.example": ENVIRONMENT,
    ".gitignore": Kind("Git ignore file", "text"),
    "py.typed": Kind("Marker", "text"),
}


def kind_of(path: PurePosixPath) -> Kind | None:
    """Return the kind of the file called ``path``, or None when there is none."""
    # `.env` has no suffix for pathlib: the whole name counts as one.
    return BY_NAME.get(path.name) or BY_SUFFIX.get(path.suffix or path.name)


# What the runtimes in a page bring along, though a bare Python lacks it.
IN_BROWSER = frozenset({"board"})

# What an example may say it needs -> what a reader is told.
NEEDS = {
    "board": "the board with its data",
    "postgres": "a PostgreSQL server",
    "redis": "a Redis server",
    "rabbitmq": "a RabbitMQ server",
    "docker": "a Docker engine",
    "network": "the network",
    "packages": "further packages",
    "node": "Node.js with npm",
    "subprocess": "child processes",
    "threads": "threads",
    "files": "a real file system",
    "bash": "bash",
    "windows": "Windows PowerShell",
    "posix": "Linux or macOS",
}
