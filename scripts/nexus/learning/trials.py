"""Trying answers to exercises: runs an exercise's tests against them, many in one process."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nexus.learning.exercises import STARTER, Exercise
from nexus.running import copy_clean, plain_environment

TIME_LIMIT = 20  # seconds for one answer; one that takes longer loops


@dataclass(frozen=True)
class Outcome:
    """One test: its name, passed, failed or error, and the message of its failure."""

    name: str
    outcome: str
    message: str

    @property
    def title(self) -> str:
        """The name as a reader sees it."""
        return self.name.removeprefix("test_").replace("_", " ") or "the answer can be read"


@dataclass(frozen=True)
class Trial:
    """What the tests said of one answer.

    Attributes:
        tests: the outcome of each test.
        report: pytest's own words.
        hangs: whether the answer did not end in time.
    """

    tests: tuple[Outcome, ...]
    report: str
    hangs: bool = False

    @property
    def passed(self) -> bool:
        """Whether there are tests and all of them passed."""
        return bool(self.tests) and all(test.outcome == "passed" for test in self.tests)


def attempt(answers: Sequence[tuple[Exercise, str]]) -> list[Trial]:
    """Run the tests of each exercise against the answer beside it."""
    found: list[Trial] = []
    with tempfile.TemporaryDirectory(prefix="nexus-", ignore_cleanup_errors=True) as top:
        folders = [_prepare(Path(top).resolve(), *numbered) for numbered in enumerate(answers)]
        while len(found) < len(folders):
            done = _batch(folders[len(found) :])
            found += done
            if len(found) < len(folders):  # the next one did not end, and took the process along
                found.append(Trial((), "still running after 20 s: an endless loop?", hangs=True))
    return found


def _prepare(top: Path, number: int, answer: tuple[Exercise, str]) -> Path:
    """Copy what a reader has, with the answer as the starter's file; return the folder."""
    exercise, text = answer
    copy = top / str(number) / exercise.path.name
    copy_clean(exercise.folder, copy, "wrong_*.py", "solution.py")
    (copy / STARTER).write_text(text, "utf-8")
    return copy


def _batch(folders: list[Path]) -> list[Trial]:
    """Try ``folders`` in one process until one of them does not end."""
    process = subprocess.Popen(
        [sys.executable, "-P", str(Path(__file__).with_name("batch.py"))],
        env=plain_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        start_new_session=os.name != "nt",
    )
    try:
        said, _ = process.communicate("\n".join(map(str, folders)), TIME_LIMIT + 2 * len(folders))
    except subprocess.TimeoutExpired:
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)  # the copy that loops, too
        said, _ = process.communicate()
    return [_trial(json.loads(line)) for line in said.splitlines() if line.endswith("}")]


def _trial(found: dict[str, Any]) -> Trial:
    tests = tuple(Outcome(**test) for test in found["tests"])
    messages = "\n".join(test.message for test in tests)
    return Trial(tests, f"{found['report']}\n{messages}")
