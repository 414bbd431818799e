"""Run pytest in many folders, pytest imported once: what a new Python per folder would cost.

Each folder gets a copy of the process, where the system can copy one: what a library keeps
for the life of a process, such as Django's settings and models, ends with it.

Started as a program with a folder on each line of its standard input; prints one line of
JSON for each as soon as it is done. It imports nothing of ours, so that an answer sees a
plain Python.
"""

import contextlib
import importlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PRINTED = 86  # the exit status of a copy that has said how its tests went


class Outcomes:
    """A pytest plugin that keeps what became of each test."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.tests: list[dict[str, str]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome of one test, or of a fixture that failed."""
        if report.when == "call" or report.failed:
            self.tests.append(_outcome(report.nodeid.partition("::")[2], report))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep an error that stopped the tests from being read."""
        if report.failed:
            self.tests.append(_outcome("", report))


def _outcome(name: str, report: pytest.TestReport | pytest.CollectReport) -> dict[str, str]:
    crash = getattr(report.longrepr, "reprcrash", None)
    lines = str(report.longrepr or "").strip().splitlines() or [""]
    # What the assertion says; pytest's comparison of the two values, after a blank line, is
    # longer than a reader wants.
    message = crash.message if crash else lines[-1].removeprefix("E").strip()
    message = re.split(r"\n\s*\n", message)[0]
    outcome = report.outcome if name else "error"
    return {"name": name, "outcome": outcome, "message": message if report.failed else ""}


def run(folder: Path) -> dict[str, object]:
    """Run the tests in ``folder`` and return their outcomes and pytest's own words."""
    outcomes, words = Outcomes(), io.StringIO()
    options = ["-q", "--tb=short", "-p", "no:cacheprovider", "--rootdir", str(folder)]
    with _apart(folder), contextlib.redirect_stdout(words), contextlib.redirect_stderr(words):
        try:
            code = int(pytest.main([*options, "test_task.py"], plugins=[outcomes]))
        except SystemExit as end:  # an answer may leave the program
            code = 1
            words.write(f"SystemExit: {end}\n")
    return {"code": code, "tests": outcomes.tests, "report": words.getvalue()}


@contextlib.contextmanager
def _apart(folder: Path) -> Iterator[None]:
    """Work in ``folder``, and forget afterwards what was imported from it."""
    paths, before = list(sys.path), set(sys.modules)
    os.chdir(folder)
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path[:] = paths
        for name in set(sys.modules) - before:
            if str(getattr(sys.modules[name], "__file__", None) or "").startswith(str(folder)):
                del sys.modules[name]
        os.chdir(folder.parent)


def main() -> None:
    """Run each folder named on the standard input."""
    for line in sys.stdin.read().splitlines():
        if not hasattr(os, "fork"):
            print(json.dumps(run(Path(line))), flush=True)
        elif (child := os.fork()) == 0:
            print(json.dumps(run(Path(line))), flush=True)
            os._exit(PRINTED)
        elif os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != PRINTED:
            ended = {"code": 1, "tests": [], "report": "the answer ended Python"}
            print(json.dumps(ended), flush=True)


if __name__ == "__main__":
    main()
