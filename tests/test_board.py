"""The board's whole suite, twice: embedded (nothing set) and on real servers.

What one run leaves out the other must do, and both together must reach the board's
branches.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import board
from conftest import possible

LEAST_COVERAGE = 95.0  # percent of branches and of lines

needs_servers = pytest.mark.slow("starts PostgreSQL, Redis and RabbitMQ")


def test_the_suite_passes_embedded(capsys: pytest.CaptureFixture[str]) -> None:
    embedded = board.embedded()
    with capsys.disabled():
        print(f"\n{embedded.summary}")
    embedded.check()


@needs_servers
def test_the_suite_passes_on_real_servers(capsys: pytest.CaptureFixture[str]) -> None:
    real = possible(board.real())
    with capsys.disabled():
        print(f"\n{real.summary}")
    real.check()


@needs_servers
def test_what_one_run_leaves_out_the_other_does() -> None:
    embedded, real = board.embedded(), possible(board.real())
    (done, left_out), (done_too, left_out_too) = embedded.tests(), real.tests()
    both = done | done_too
    reasons = left_out | left_out_too
    assert {test: why for test, why in reasons.items() if test not in both} == {}


@needs_servers
def test_both_runs_together_reach_the_branches(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    embedded, real = board.embedded(), possible(board.real())
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
        cwd=board.BOARD,
        env=os.environ | {"COVERAGE_FILE": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
