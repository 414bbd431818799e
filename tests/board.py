"""Runs of the board's own tests, each `python -m pytest` in `examples/board`.

They begin with the session and go on beside all other tests, which come before those
that wait for them: `tests/conftest.py` sees to that.
"""

import contextlib
import functools
import os
import re
import shlex
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import TypeVar

from nexus.paths import EXAMPLES
from nexus.problems import NexusError
from nexus.servers import control, start

BOARD = EXAMPLES / "board"

# All that was started here; tests/conftest.py closes it when the last test has ended.
started = contextlib.ExitStack()


class Run:
    """One run; ``arguments`` follow ``python -m``."""

    def __init__(
        self, name: str, arguments: list[str], environment: dict[str, str], folder: Path
    ) -> None:
        """Start it with ``environment`` and nothing else that the board would read."""
        self.name = name
        self.folder = folder
        with (folder / "output").open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *arguments, "-p", "no:cacheprovider"],
                cwd=BOARD,
                env=plain_environment() | environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    @functools.cached_property
    def status(self) -> int:
        """Pytest's exit status, once it has ended."""
        return self._process.wait()

    @functools.cached_property
    def output(self) -> str:
        """All that it printed, once it has ended."""
        self._process.wait()
        return (self.folder / "output").read_text("utf-8", errors="replace")

    @property
    def summary(self) -> str:
        """The last line that it printed, under its name."""
        return f"board, {self.name}: {self.output.strip().splitlines()[-1].strip('= ')}"

    def check(self) -> None:
        """Fail with the end of the output unless it passed."""
        assert self.status == 0, f"{self.name}:\n{self.output[-20_000:]}"

    def end(self) -> None:
        """End it if it still goes on."""
        self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class Suite(Run):
    """A run of the whole suite, with its coverage."""

    def __init__(self, name: str, servers: dict[str, str], folder: Path) -> None:
        """Start it against ``servers``, variables that name them."""
        self.results = folder / "results.xml"
        self.data = folder / "coverage"
        # The faults stop and kill servers: they run with their own.
        arguments = ["coverage", "run", "-m", "pytest", "--ignore=tests/faults"]
        arguments += [f"--junitxml={self.results}"]
        super().__init__(name, arguments, servers | {"COVERAGE_FILE": str(self.data)}, folder)

    def tests(self) -> tuple[set[str], dict[str, str]]:
        """Return the tests that it did, and those that it skipped with the reasons."""
        self.check()
        done, left_out = set(), {}
        for case in ElementTree.parse(self.results).iter("testcase"):
            test = f"{case.get('classname')}::{case.get('name')}"
            if (skipped := case.find("skipped")) is None:
                done.add(test)
            else:
                left_out[test] = skipped.get("message", "")
        return done, left_out


@functools.cache
def embedded() -> Suite:
    """Start the suite with nothing set: SQLite, memory, tasks in process."""
    return _begun(Suite("embedded", {}, _folder("embedded")))


@functools.cache
def real() -> Suite | str:
    """Start the suite on PostgreSQL, Redis and RabbitMQ; return why not where there are none."""
    try:
        servers = started.enter_context(start())
    except NexusError as error:
        return str(error)
    return _begun(Suite("real", servers.environment(), _folder("real")))


@functools.cache
def faults() -> Run | str:
    """Start the tests that stop and kill servers; return why not where there are none."""
    try:
        # Never those that the environment names: these are stopped and killed.
        servers = started.enter_context(start(ways=["docker", "packages"]))
    except NexusError as error:
        return str(error)
    folder = _folder("faults")
    command = started.enter_context(control.served(servers, folder / "socket"))
    environment = servers.environment() | {"FAULTS_COMMAND": shlex.join(command)}
    if outage := os.environ.get("FAULTS_OUTAGE"):
        environment["FAULTS_OUTAGE"] = outage
    return _begun(Run("faults", ["pytest", "tests/faults", "-rP"], environment, folder))


def _folder(name: str) -> Path:
    return Path(started.enter_context(tempfile.TemporaryDirectory(prefix=f"{name}-")))


AnyRun = TypeVar("AnyRun", bound=Run)


def _begun(run: AnyRun) -> AnyRun:
    started.callback(run.end)
    return run


def plain_environment() -> dict[str, str]:
    """Return our environment without what the board's settings, pytest or coverage read."""
    dropped = board_variables() | {"DJANGO_SETTINGS_MODULE"}
    return {
        name: value
        for name, value in os.environ.items()
        if name not in dropped and not name.startswith(("PYTEST_", "COVERAGE_", "COV_", "FAULTS_"))
    } | {"COLUMNS": "100"}


@functools.cache
def board_variables() -> frozenset[str]:
    """Return the names of the variables that the board's settings read."""
    text = (BOARD / "config" / "settings.py").read_text("utf-8")
    found = re.findall(r'_env\.read\(\s*"([A-Z_]+)"', text)
    assert "DATABASE_URL" in found
    return frozenset(found) | {f"{name}_FILE" for name in found}
