"""Other Pythons on this machine, for running the examples on each."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nexus.versions import pythons


@dataclass(frozen=True)
class Python:
    """One interpreter: its version ("3.13") and its program."""

    version: str
    path: Path


@cache
def others() -> list[Python]:
    """Return one interpreter for each supported version found, this one's left out.

    Looks on PATH and in pyenv's folder; a pyenv shim that leads nowhere is passed over.
    """
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    found = []
    for version in pythons():
        if version != here and (path := _find(version)):
            found.append(Python(version, path))
    return found


def _find(version: str) -> Path | None:
    name = f"python{version}" + (".exe" if os.name == "nt" else "")
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    folders += [folder / "bin" for folder in sorted(pyenv.glob(f"{version}.*"))]
    for folder in folders:
        path = folder / name
        if path.is_file() and _answers(path, version):
            return path
    return None


def _answers(path: Path, version: str) -> bool:
    try:
        done = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return re.match(rf"Python {re.escape(version)}\.", done.stdout) is not None
