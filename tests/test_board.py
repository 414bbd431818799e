"""The board's whole suite, twice: embedded (nothing set) and on real servers.

What one run leaves out the other must do, and both together must reach the board's
branches. Where its faults are asked for too, that run goes on beside these two.
"""

import contextlib
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from board import BOARD, Run, faults
from conftest import FAST, IN_CI
from nexus.problems import NexusError
from nexus.servers import start

LEAST_COVERAGE = 95.0  # percent of branches and of lines

needs_servers = pytest.mark.slow("starts PostgreSQL, Redis and RabbitMQ")


class Suite(Run):
    """A run of the whole suite, with its coverage."""

    def __init__(self, name: str, servers: dict[str, str], folder: Path) -> None:
        """Start it against ``servers``, variables that name them."""
        self.results = folder / "results.xml"
        self.data = folder / "coverage"
        # The faults stop and kill servers: tests/test_board_faults.py runs them, with its own.
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


@pytest.fixture(scope="session")
def suites(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Suite | str]]:
    """Both runs, side by side; in the place of one that cannot be, the reason."""
    found: dict[str, Suite | str] = {}
    with contextlib.ExitStack() as stack:

        def run(name: str, servers: dict[str, str]) -> None:
            found[name] = suite = Suite(name, servers, tmp_path_factory.mktemp(name))
            stack.callback(suite.end)

        run("embedded", {})
        if not FAST:
            try:
                run("real", stack.enter_context(start()).environment())
            except NexusError as error:
                if IN_CI:
                    raise
                found["real"] = str(error)
            if any(item.path.stem == "test_board_faults" for item in request.session.items):
                with contextlib.suppress(NexusError):  # its own test says so
                    faults()
        yield found


@pytest.fixture
def embedded(suites: dict[str, Suite | str]) -> Suite:
    """The suite with nothing set: SQLite, memory, tasks in process."""
    return present(suites["embedded"])


@pytest.fixture
def real(suites: dict[str, Suite | str]) -> Suite:
    """The suite on PostgreSQL, Redis and RabbitMQ."""
    return present(suites["real"])


def present(suite: Suite | str) -> Suite:
    """Return ``suite``, or skip with the reason that stands in its place."""
    if isinstance(suite, str):
        pytest.skip(suite)
    return suite


def test_the_suite_passes_embedded(embedded: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{embedded.summary}")
    embedded.check()


@needs_servers
def test_the_suite_passes_on_real_servers(real: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{real.summary}")
    real.check()


@needs_servers
def test_what_one_run_leaves_out_the_other_does(embedded: Suite, real: Suite) -> None:
    (done, left_out), (done_too, left_out_too) = embedded.tests(), real.tests()
    both = done | done_too
    reasons = left_out | left_out_too
    assert {test: why for test, why in reasons.items() if test not in both} == {}


@needs_servers
def test_both_runs_together_reach_the_branches(
    embedded: Suite, real: Suite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    embedded.check()
    real.check()
    data = tmp_path / "coverage"
    coverage(data, "combine", "--keep", "-q", *(str(suite.folder) for suite in (embedded, real)))
    coverage(data, "json", "-q", "-o", str(tmp_path / "report.json"))
    total = json.loads((tmp_path / "report.json").read_text("utf-8"))["totals"]
    branches = 100 * total["covered_branches"] / total["num_branches"]
    lines = 100 * total["covered_lines"] / total["num_statements"]
    with capsys.disabled():
        print(f"\nboard, both runs: {branches:.1f} % of branches, {lines:.1f} % of lines")
    assert min(branches, lines) >= LEAST_COVERAGE, coverage(data, "report")


def coverage(data: Path, *arguments: str) -> str:
    """Run coverage in the board's folder on the data file ``data``; return what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "coverage", *arguments],
        cwd=BOARD,
        env=os.environ | {"COVERAGE_FILE": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
