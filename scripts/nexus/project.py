"""The running project that examples speak to: its database, and the environment of a run.

`[tool.nexus.project]` in `pyproject.toml` says which folder under `examples/` it is and
which settings it takes for examples. Its `manage.py` has two commands of ours: `send FILE`
prints what the project answers to the requests in a file, and `snapshot FILE` writes a
seeded database.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nexus.paths import EXAMPLES, LOCK, ROOT
from nexus.problems import NexusError

# A project reads its settings from the environment, so a run of it gets these alone.
_KEPT = (
    *("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "SYSTEMROOT", "USERPROFILE", "TEMP", "TMP"),
    *("NO_COLOR", "TERM", "COLUMNS"),
)
_NOT_CODE = {"tests", "bench", "__pycache__"}


@dataclass(frozen=True)
class Project:
    """What `pyproject.toml` says about it.

    Attributes:
        name: its folder under `examples/`.
        settings: the Django settings for examples, as a module of the project.
    """

    name: str
    settings: str

    @property
    def folder(self) -> Path:
        """The folder itself."""
        return EXAMPLES / self.name


@cache
def project() -> Project:
    """Return the project."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return Project(**declared["tool"]["nexus"]["project"])


def send_command(python: str, name: str) -> list[str]:
    """Return the command that sends the requests in the file called ``name``."""
    return [python, str(project().folder / "manage.py"), "send", name]


def environment(given: dict[str, str], scratch: Path) -> dict[str, str]:
    """Return the environment of one run: the project's code, and a database of its own.

    Args:
        given: the environment of a run without the project.
        scratch: an empty folder for what the run writes.
    """
    copy = scratch / "project.sqlite3"
    shutil.copyfile(database(), copy)
    return _environment(given, copy)


@cache
def database() -> Path:
    """Return the seeded database that every run starts from, made once for one state of the code.

    The same code gives the same bytes. Copy the file, never write to it.

    Raises:
        NexusError: the project could not make it.
    """
    from nexus.runtimes.cache import folder  # it publishes this database, and imports us

    made = folder("databases") / f"{project().name}-{_state()}.sqlite3"
    if not made.exists():
        with tempfile.TemporaryDirectory(dir=made.parent, ignore_cleanup_errors=True) as scratch:
            new = Path(scratch) / "snapshot.sqlite3"
            done = subprocess.run(
                [sys.executable, str(project().folder / "manage.py"), "snapshot", str(new)],
                env=_environment(dict(os.environ), Path(scratch) / "working.sqlite3"),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                check=False,
            )
            if done.returncode:
                raise NexusError(
                    f"The database of examples/{project().name} could not be made: "
                    f"`manage.py snapshot` ended with\n{done.stdout.strip()}"
                )
            new.replace(made)  # at once: two runs may make it side by side
    return made


def _environment(given: dict[str, str], database: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in given.items() if name in _KEPT or name.startswith("PYTHON")
    }
    return kept | {
        "PYTHONPATH": str(project().folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "DJANGO_SETTINGS_MODULE": project().settings,
        "DATABASE_URL": f"sqlite:///{database.as_posix()}",
        "MEDIA_ROOT": str(database.parent / "media"),
    }


def _state() -> str:
    """Return a digest of all that the database depends on."""
    digest = hashlib.sha256(LOCK.read_bytes())
    for file in sorted(project().folder.rglob("*.py")):
        path = file.relative_to(project().folder)
        if not _NOT_CODE.intersection(path.parts):
            digest.update(path.as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]
