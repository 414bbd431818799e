"""`run.py` on the folder of an exercise: tries an answer and prints which tests it passes."""

from pathlib import Path, PurePosixPath

from nexus.learning.exercises import STARTER, load_exercise
from nexus.learning.trials import Trial, attempt
from nexus.paths import relative
from nexus.problems import NexusError


def try_answer(path: PurePosixPath, answer: Path | None = None) -> int:
    """Run the tests of the exercise at ``path`` and return 0 when all of them pass.

    Args:
        path: the exercise's folder, from `examples/`.
        answer: a file with the answer; the exercise's `task.py` where None.

    Raises:
        NexusError: there is no answer to try; the text says where to write it.
    """
    exercise = load_exercise(path)
    file = answer or exercise.folder / STARTER
    if not file.is_file():
        if answer is None:
            print("Put these lines in order:\n\n" + exercise.starter)
            raise NexusError(
                "This exercise has no file to begin with: write the lines in their order into a "
                f"file, then run python3 scripts/run.py examples/{path} THAT_FILE.py"
            )
        raise NexusError(f"There is no file {answer}.")
    (trial,) = attempt([(exercise, file.read_text("utf-8"))])
    print(f"{exercise.title}: {relative(file)}\n")
    _print(trial)
    return 0 if trial.passed else 1


def _print(trial: Trial) -> None:
    for test in trial.tests:
        print(f"  {test.outcome:<7} {test.title}")
        for line in test.message.splitlines() if test.outcome != "passed" else ():
            print(f"            {line}")
    if not trial.tests:
        print(f"  {trial.report.strip()}")
    passed = sum(test.outcome == "passed" for test in trial.tests)
    ending = "Solved." if trial.passed else "Change the code and run the same command again."
    print(f"\n{passed} of {len(trial.tests)} tests passed. {ending}")
