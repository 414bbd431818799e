"""The folder outside the repository that keeps what was fetched and built."""

import os
import shutil
import sys
import time
from pathlib import Path

from nexus.problems import NexusError

# What no build has used for so long is thrown away.
_DAYS = 30


def folder(name: str) -> Path:
    """Return the cache's folder ``name``, made if missing.

    `NEXUS_CACHE` names the cache; without it, it lies where the system keeps caches.

    Raises:
        NexusError: the folder cannot be made.
    """
    path = _root() / name
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NexusError(
            f"The cache folder {path} cannot be made: {error.strerror}. Name another one: "
            "set NEXUS_CACHE to a folder that you may write to."
        ) from error
    return path


def _root() -> Path:
    if named := os.environ.get("NEXUS_CACHE"):
        return Path(named).expanduser().resolve()
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(base) / "nexus" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "nexus"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nexus"


def prune(inside: Path, used: set[Path]) -> None:
    """Mark ``used`` as used now, and delete from ``inside`` what nothing has used lately."""
    for path in used:
        if path.exists():
            os.utime(path)
    oldest = time.time() - _DAYS * 24 * 3600
    for path in inside.iterdir():
        if path not in used and path.stat().st_mtime < oldest:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
