"""SQL examples: the real `psql` on a fresh database of a real PostgreSQL.

One server is shared by all that run in one process: started when the first example asks
for it, stopped when the process ends. Each run has a database of its own.
"""

import contextlib
import functools
import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit, urlunsplit

from nexus.examples import FIXTURES, Example
from nexus.kinds import check_sql
from nexus.paths import EXAMPLES
from nexus.problems import ExampleError, NexusError, Problem
from nexus.servers import start
from nexus.servers.finding import psql
from nexus.servers.server import Server

# What a reader sees must not hang on this machine's settings or its `.psqlrc`.
_SHOWN = ("--no-psqlrc", "--set=VERBOSITY=verbose", "--set=ON_ERROR_ROLLBACK=off")
_PLAIN = (
    *("border=1", "footer=on", "format=aligned", "linestyle=ascii", "null=", "pager=off"),
    *("expanded=off", "tuples_only=off", "unicode_border_linestyle=single"),
)
_SETTINGS = (
    *("timezone=UTC", "datestyle=iso,mdy", "intervalstyle=postgres", "bytea_output=hex"),
    *("extra_float_digits=1", "client_min_messages=notice", "max_parallel_workers_per_gather=0"),
)
_ERROR = re.compile(r"^(?:ERROR|FATAL|PANIC):  ([0-9A-Z]{5}): ", re.M)


def why_not() -> str:
    """Start the shared server if need be; return "", or why there can be none."""
    try:
        _server()
        psql()
    except NexusError as error:
        return str(error)
    return ""


@contextlib.contextmanager
def fresh_database(page: PurePosixPath) -> Iterator[str]:
    """Make a database with the fixtures of ``page`` (from `examples/`); give its address.

    Raises:
        ExampleError: the fixtures fail.
        NexusError: there is no PostgreSQL, or no `psql`.
    """
    server = _server().url
    name = f"nexus_{secrets.token_hex(6)}"
    # Sorted as the page's PostgreSQL sorts, on every system: by code point.
    _maintain(server, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C'")
    try:
        url = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        _load_fixtures(EXAMPLES / page / FIXTURES, url)
        yield url
    finally:
        _maintain(server, f"DROP DATABASE {name} WITH (FORCE)")


def refuse(example: Example) -> None:
    """Raise ExampleError where ``example`` holds commands to psql, which a page does not have."""
    try:
        check_sql(example.text)
    except ValueError as error:
        mend = "write SQL that any client can send"
        problem = Problem(f"examples/{example.path}", 1, "example", str(error), mend)
        raise ExampleError(problem) from None


def command(url: str) -> list[str]:
    """Return the command that runs the SQL on its input as a page shows it."""
    looks = [part for setting in _PLAIN for part in ("--pset", setting)]
    return [psql(), *_SHOWN, *looks, "--dbname", url]


def environment(kept: dict[str, str]) -> dict[str, str]:
    """Return ``kept`` with what makes `psql` and the session the same on every machine."""
    plain = {name: value for name, value in kept.items() if not name.startswith(("PG", "PSQL"))}
    options = " ".join(f"-c {setting}" for setting in _SETTINGS)
    return plain | {"PGOPTIONS": options, "PGCLIENTENCODING": "UTF8", "PG_COLOR": "never"}


def states(output: str) -> list[str]:
    """Return the SQLSTATE of each error in ``output``, in order."""
    return _ERROR.findall(output)


@functools.cache
def _server() -> Server:
    # Kept until the process ends: `Servers` stops its servers then, even after a crash.
    # What it says on the way is no part of an example's output.
    with contextlib.redirect_stdout(sys.stderr):
        return start(["postgres"])["postgres"]


def _maintain(url: str, statement: str) -> None:
    done = _psql(url, "--command", statement)
    if done.returncode != 0:
        raise NexusError(f"PostgreSQL refused `{statement}`: {' '.join(done.stdout.split())}")


def _load_fixtures(file: Path, url: str) -> None:
    if not file.is_file():
        return
    done = _psql(url, "--set=ON_ERROR_STOP=on", "--set=VERBOSITY=verbose", "--file", str(file))
    if done.returncode == 0:
        return
    at = re.search(rf"{re.escape(file.name)}:(\d+): ((?:ERROR|FATAL): .*)", done.stdout)
    where = f"examples/{file.relative_to(EXAMPLES).as_posix()}"
    line, said = (int(at[1]), at[2]) if at else (1, " ".join(done.stdout.split()))
    raise ExampleError(
        Problem(where, line, "fixtures", said, "mend it: every example of the page starts from it")
    )


def _psql(url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [psql(), "--no-psqlrc", "--quiet", "--dbname", url, *arguments],
        env=environment(dict(os.environ)) | {"PGOPTIONS": "-c client_min_messages=warning"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
