"""Proves every exercise: its solution passes, its starter fails as intended, wrong answers fail."""

from functools import cache
from pathlib import PurePosixPath

import pytest

from nexus.learning.exercises import check_exercise, every_exercise, load_exercise
from nexus.learning.trials import Trial, attempt
from test_examples import ONLY


def wanted(path: PurePosixPath) -> bool:
    """Whether this run is asked to look at the exercise at ``path``."""
    inside = {path, *path.parents}
    return not ONLY or any(only in inside or path in only.parents for only in ONLY)


PATHS = [path for path in every_exercise() if wanted(path)]


@cache
def trials() -> dict[PurePosixPath, dict[str, Trial]]:
    """Try the solution, the starter and each wrong answer of every exercise, in few processes."""
    answers = [
        (exercise, name, text)
        for exercise in [load_exercise(path) for path in PATHS if not check_exercise(path)]
        for name, text in [
            ("solution", exercise.solution),
            ("starter", exercise.starter),
            *((file.name, file.read_text("utf-8")) for file in exercise.wrong),
        ]
    ]
    found: dict[PurePosixPath, dict[str, Trial]] = {}
    results = attempt([(exercise, text) for exercise, _, text in answers])
    for (exercise, name, _), trial in zip(answers, results, strict=True):
        found.setdefault(exercise.path, {})[name] = trial
    return found


def trials_of(path: PurePosixPath) -> dict[str, Trial]:
    problems = check_exercise(path)
    assert not problems, "\n".join(map(str, problems))
    return trials()[path]


each = pytest.mark.parametrize("path", PATHS or [None], ids=str)


@each
def test_the_solution_passes(path: PurePosixPath | None) -> None:
    if path is not None:
        trial = trials_of(path)["solution"]
        assert trial.passed, trial.report


@each
def test_the_starter_fails_for_the_intended_reason(path: PurePosixPath | None) -> None:
    if path is not None:
        trial, reason = trials_of(path)["starter"], load_exercise(path).starter_fails
        assert not trial.passed, "the starter passes: there is nothing to do"
        assert reason in trial.report, f"{reason!r} is not in the report:\n{trial.report}"


@each
def test_each_wrong_answer_fails_a_test(path: PurePosixPath | None) -> None:
    if path is None:
        return
    wrong = {name: trial for name, trial in trials_of(path).items() if name.startswith("wrong_")}
    assert wrong
    for name, trial in wrong.items():
        assert not trial.passed, f"{name} passes: the tests miss its mistake"
        read = trial.hangs or any(test.outcome == "failed" for test in trial.tests)
        assert read, f"{name} cannot even be imported, so it is no answer:\n{trial.report}"
