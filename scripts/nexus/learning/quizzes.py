"""Quizzes: questions in a page's `quiz.yaml`, loaded and checked."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from nexus.examples import Example, load
from nexus.learning.source import Source
from nexus.paths import EXAMPLES
from nexus.problems import ExampleError, Problem

FILE = "quiz.yaml"


@dataclass(frozen=True)
class Option:
    """One option of a question, or one known wrong answer, with its explanation."""

    text: str
    right: bool
    why: str


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        id: its name in the quiz, which a reader's progress keeps.
        kind: one, several, short or predict.
        text: the question, in Markdown.
        example: the code it is about, or None.
        options: what can be chosen; for short and predict the known wrong answers.
        answers: what is accepted (short).
        why: the explanation (short, predict).
    """

    id: str
    kind: str
    text: str
    example: Example | None
    options: tuple[Option, ...]
    answers: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Quiz:
    """The quiz of one page: its path from `examples/` and its questions."""

    path: PurePosixPath
    questions: tuple[Question, ...]

    @property
    def page(self) -> str:
        """The page it belongs to, as progress names it."""
        return str(self.path.parent)


def load_quiz(path: PurePosixPath | str) -> Quiz:
    """Read the quiz at ``path`` (from `examples/`).

    Raises:
        ExampleError: something is wrong with it; the first of ``check_quiz``.
    """
    path = PurePosixPath(path)
    source = _source(path)
    for problem in _problems(source):
        raise ExampleError(problem)
    return Quiz(path, tuple(_question(entry) for entry in source.data or ()))


def check_quiz(path: PurePosixPath | str) -> list[Problem]:
    """Return all that is wrong with the quiz at ``path`` (from `examples/`)."""
    return sorted(set(_problems(_source(PurePosixPath(path)))))


def _source(path: PurePosixPath) -> Source:
    file = EXAMPLES / path
    return _cached(EXAMPLES, path, file.stat().st_mtime_ns if file.is_file() else 0)


@cache
def _cached(_folder: Path, path: PurePosixPath, _changed: int) -> Source:
    return Source(path, "quiz", "quiz")


def _problems(source: Source) -> list[Problem]:
    found = list(source.problems)
    if found:
        return found
    seen: dict[str, int] = {}
    for number, entry in enumerate(source.data or ()):
        if entry["id"] in seen:
            first = seen[entry["id"]] + 1
            found.append(
                source.problem(
                    (number, "id"),
                    f"id {entry['id']} stands twice",
                    f"question {first} has it already; choose another",
                )
            )
        seen.setdefault(entry["id"], number)
        found += _right(source, number, entry) + _example(source, number, entry)
        if "```" in entry["question"]:
            found.append(
                source.problem(
                    (number, "question"),
                    "the question holds a fence",
                    "put the code into a quiz_….py file and name it in `example:`",
                )
            )
    return found


def _right(source: Source, number: int, entry: dict[str, Any]) -> list[Problem]:
    """Say when the options do not have as many right ones as the kind asks for."""
    if "options" not in entry:
        return []
    place, rights = (number, "options"), [bool(option.get("right")) for option in entry["options"]]
    if not any(rights):
        return [source.problem(place, "no option is right", "write `right: true` on one")]
    if entry["kind"] == "one" and sum(rights) > 1:
        mend = "keep one `right: true`, or write `kind: several`"
        return [source.problem(place, f"{sum(rights)} options are right in `kind: one`", mend)]
    if all(rights):
        return [source.problem(place, "every option is right", "add one that is not")]
    return []


def _example(source: Source, number: int, entry: dict[str, Any]) -> list[Problem]:
    """Say when the example does not exist, or cannot be predicted."""
    if "example" not in entry:
        return []
    place = (number, "example")
    try:
        example = load(entry["example"])
    except ExampleError as error:
        found = error.problem
        return [source.problem(place, f"{found.what} ({found.file})", found.mend)]
    if entry["kind"] != "predict":
        return []
    if not (example.runs and example.kind.recorded) or example.needs:
        mend = "name a .py file that runs by itself and needs nothing"
        return [source.problem(place, f"examples/{example.path} cannot be predicted", mend)]
    if not example.record.exists():
        mend = f"run `python3 scripts/test.py --record examples/{example.path}`"
        return [source.problem(place, f"examples/{example.path} has no recorded output", mend)]
    return []


def _question(entry: dict[str, Any]) -> Question:
    options = [
        Option(option["text"], bool(option.get("right")), option["why"])
        for option in entry.get("options", ())
    ]
    options += [Option(wrong["answer"], False, wrong["why"]) for wrong in entry.get("wrong", ())]
    return Question(
        entry["id"],
        entry["kind"],
        entry["question"],
        load(entry["example"]) if "example" in entry else None,
        tuple(options),
        tuple(entry.get("answers", ())),
        entry.get("why", ""),
    )
