"""Runs of the board's own tests, each `python -m pytest` in `examples/board`.

They go on side by side: one waits for its servers while another computes.
"""

import contextlib
import functools
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from nexus.paths import EXAMPLES
from nexus.servers import control, start

BOARD = EXAMPLES / "board"

# What `faults` has started; tests/conftest.py closes it when the last test has ended.
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


@functools.cache
def faults() -> Run:
    """Start the tests that stop and kill servers; called again, return the same run.

    Raises:
        NexusError: there are no servers for it.
    """
    # Never those that the environment names: these are stopped and killed.
    servers = started.enter_context(start(ways=["docker", "packages"]))
    folder = Path(started.enter_context(tempfile.TemporaryDirectory(prefix="faults-")))
    command = started.enter_context(control.served(servers, folder / "socket"))
    environment = servers.environment() | {"FAULTS_COMMAND": shlex.join(command)}
    if outage := os.environ.get("FAULTS_OUTAGE"):
        environment["FAULTS_OUTAGE"] = outage
    run = Run("faults", ["pytest", "tests/faults", "-rP"], environment, folder)
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
    return frozenset(found)
