"""Exercises: folders with a statement, a starter, tests, a solution and wrong answers."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from nexus.learning.source import Source
from nexus.paths import EXAMPLES
from nexus.problems import ExampleError, Problem

FOLDER = "exercises"
DATA, STARTER, SOLUTION, TESTS = "exercise.yaml", "task.py", "solution.py", "test_task.py"
KINDS = {
    "write": "Write it",
    "fix": "Fix it",
    "order": "Put the lines in order",
    "predict": "Predict it",
}


@dataclass(frozen=True)
class Exercise:
    """One exercise.

    Attributes:
        path: its folder, from `examples/`.
        title: what the reader makes.
        kind: a key of ``KINDS``.
        statement: what to do, in Markdown.
        hints: Markdown, from a nudge to nearly the answer.
        starter_fails: words of the report by which the starter fails as intended.
        distractors: lines that do not belong (order).
    """

    path: PurePosixPath
    title: str
    kind: str
    statement: str
    hints: tuple[str, ...]
    starter_fails: str
    distractors: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """The folder itself."""
        return EXAMPLES / self.path

    @property
    def wrong(self) -> list[Path]:
        """The files with plausible wrong answers, ordered."""
        return sorted(self.folder.glob("wrong_*.py"))

    @property
    def solution(self) -> str:
        """The reference solution; of an `order` exercise without its blank lines."""
        text = (self.folder / SOLUTION).read_text("utf-8")
        return _joined(_lines(text)) if self.kind == "order" else text

    @property
    def starter(self) -> str:
        """What the reader begins with."""
        if self.kind == "order":
            return _joined(self.shuffled)
        return (self.folder / STARTER).read_text("utf-8")

    @property
    def shuffled(self) -> list[str]:
        """The lines of an `order` exercise and its distractors, always in the same disorder."""
        right = _lines(self.solution)

        def place(numbered: tuple[int, str]) -> str:
            return hashlib.sha256(f"{self.path} {numbered[0]} {numbered[1]}".encode()).hexdigest()

        lines = [line for _, line in sorted(enumerate([*right, *self.distractors]), key=place)]
        # By chance the lines that belong may stand in their order.
        ordered = [line for line in lines if line not in self.distractors] == right
        return lines[::-1] if ordered else lines


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def _joined(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def is_exercise(path: PurePosixPath | str) -> bool:
    """Whether ``path`` (from `examples/`) is the folder of an exercise, by its place."""
    parts = PurePosixPath(path).parts
    return len(parts) == 4 and parts[2] == FOLDER


def exercises_of(page: PurePosixPath | str) -> list[PurePosixPath]:
    """Return the folders of the exercises of ``page``, from `examples/`, ordered."""
    return [path for path in every_exercise() if path.is_relative_to(page)]


def every_exercise() -> list[PurePosixPath]:
    """Return the folders of all exercises of the site, from `examples/`, ordered."""
    found = EXAMPLES.glob(f"*/*/{FOLDER}/*/{DATA}")
    return sorted(PurePosixPath(file.parent.relative_to(EXAMPLES).as_posix()) for file in found)


def load_exercise(path: PurePosixPath | str) -> Exercise:
    """Read the exercise in the folder ``path`` (from `examples/`).

    Raises:
        ExampleError: something is wrong with it; the first of ``check_exercise``.
    """
    path = PurePosixPath(path)
    for problem in check_exercise(path):
        raise ExampleError(problem)
    data: dict[str, Any] = _source(path).data or {}
    return Exercise(
        path,
        data["title"],
        data["kind"],
        data["statement"],
        tuple(data["hints"]),
        data.get("starter_fails", ""),
        tuple(data.get("distractors", ())),
    )


def check_exercise(path: PurePosixPath | str) -> list[Problem]:
    """Return all that is wrong with the exercise in the folder ``path`` (from `examples/`)."""
    path = PurePosixPath(path)
    if not is_exercise(path) or not (EXAMPLES / path).is_dir():
        mend = f"name a folder such as python/values/{FOLDER}/rename_project"
        return [_problem(path, "there is no such exercise", mend)]
    if not re.fullmatch(r"[a-z][a-z0-9_]*", path.name):
        return [_problem(path, "the folder's name does not fit", "write lower_case_words")]
    if not (EXAMPLES / path / DATA).is_file():
        return [_problem(path, f"there is no {DATA}", "write it: title, kind, statement, hints")]
    source = _source(path)
    if source.problems:
        return sorted(set(source.problems))
    return [*_files(path, source), *_order(path, source)]


def _source(path: PurePosixPath) -> Source:
    return _cached(EXAMPLES, path / DATA, (EXAMPLES / path / DATA).stat().st_mtime_ns)


@cache
def _cached(_folder: Path, path: PurePosixPath, _changed: int) -> Source:
    return Source(path, "exercise", "exercise")


def _problem(path: PurePosixPath, what: str, mend: str) -> Problem:
    return Problem(f"examples/{path}", 1, "exercise", what, mend)


def _files(path: PurePosixPath, source: Source) -> Iterator[Problem]:
    """Say which files are missing, or there though they should not be."""
    folder, order = EXAMPLES / path, source.data is not None and source.data["kind"] == "order"
    wanted = {SOLUTION: "write the reference solution", TESTS: "write tests of what `task` defines"}
    if not order:
        wanted[STARTER] = "write the code that the reader begins with"
    for name, mend in wanted.items():
        if not (folder / name).is_file():
            yield _problem(path, f"there is no {name}", mend)
    if order and (folder / STARTER).exists():
        mend = f"delete it: the page shows the lines of {SOLUTION} in disorder"
        yield _problem(path / STARTER, "`kind: order` has no starter", mend)
    if not any(folder.glob("wrong_*.py")):
        mend = "write one plausible wrong answer, named by its mistake, such as wrong_alias.py"
        yield _problem(path, "there is no wrong_….py", mend)
    tests = folder / TESTS
    if tests.is_file() and not re.search(r"\btask\b", tests.read_text("utf-8", "replace")):
        yield _problem(path / TESTS, "the tests do not import task", "write `from task import …`")
    for key in ("statement", "hints"):
        if "```" in str((source.data or {}).get(key)):
            mend = "put the code into the starter; indent an output by four spaces"
            yield source.problem((key,), f"{key} holds a fence", mend)


def _order(path: PurePosixPath, source: Source) -> Iterator[Problem]:
    """Say when a distractor is a line of the solution, or there is too little to order."""
    solution = EXAMPLES / path / SOLUTION
    if source.data is None or source.data["kind"] != "order" or not solution.is_file():
        return
    lines = _lines(solution.read_text("utf-8", "replace"))
    for number, line in enumerate(source.data.get("distractors", ())):
        if line.rstrip() in lines:
            mend = "change it, so that it does not belong"
            yield source.problem(
                ("distractors", number), "the distractor is a line of the solution", mend
            )
    if len(set(lines)) < 3:
        yield _problem(path / SOLUTION, "there is too little to order", "write at least 3 lines")
