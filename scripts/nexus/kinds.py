"""The kinds of example, by file name: the one place where a new kind is added."""

import json
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
        check: parses the text of a file that is only read; raises ValueError.
        needs: what every example of this kind needs from the machine.
        served_as: suffix added to the file that is offered for download, where a browser
            would otherwise show it as a page of the site.
    """

    label: str
    lexer: str
    runner: str | None = None
    recorded: bool = False
    check: Callable[[str], object] | None = None
    needs: frozenset[str] = frozenset()
    served_as: str = ""


def _yaml(text: str) -> object:
    # Imported late: only tests and the site need PyYAML, `run.py` does not.
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


PYTHON = Kind("Python", "python", runner="python", recorded=True)
CONSOLE = Kind("Shell", "bash", runner="bash", recorded=True, needs=frozenset({"bash"}))
POWERSHELL = Kind("PowerShell", "powershell", runner="powershell", needs=frozenset({"windows"}))

BY_SUFFIX = {
    ".py": PYTHON,
    ".console": CONSOLE,
    ".ps1": POWERSHELL,
    ".toml": Kind("TOML", "toml", check=tomllib.loads),
    ".json": Kind("JSON", "json", check=json.loads),
    ".yaml": Kind("YAML", "yaml", check=_yaml),
    ".yml": Kind("YAML", "yaml", check=_yaml),
    ".cfg": Kind("INI", "ini"),
    ".ini": Kind("INI", "ini"),
    ".env": Kind("Environment file", "bash"),
    ".html": Kind("Django template", "html+django", served_as=".txt"),
    ".graphql": Kind("GraphQL", "graphql"),
    ".mjs": Kind("JavaScript", "javascript"),
    ".csv": Kind("CSV", "text"),
    ".log": Kind("Log", "text"),
    ".txt": Kind("Text", "text"),
}
BY_NAME = {
    ".coveragerc": Kind("INI", "ini"),
    "Dockerfile": Kind("Dockerfile", "docker"),
    ".gitignore": Kind("Git ignore file", "text"),
    "py.typed": Kind("Marker", "text"),
}


def kind_of(path: PurePosixPath) -> Kind | None:
    """Return the kind of the file called ``path``, or None when there is none."""
    # `.env` has no suffix for pathlib: the whole name counts as one.
    return BY_NAME.get(path.name) or BY_SUFFIX.get(path.suffix or path.name)


# What an example may say it needs -> what a reader is told.
NEEDS = {
    "postgres": "a PostgreSQL server",
    "redis": "a Redis server",
    "rabbitmq": "a RabbitMQ server",
    "docker": "a Docker engine",
    "network": "the network",
    "subprocess": "child processes",
    "threads": "threads",
    "files": "a real file system",
    "bash": "bash",
    "windows": "Windows PowerShell",
    "posix": "Linux or macOS",
}
