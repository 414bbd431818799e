"""`run.py`: run one example as its page shows it."""

import argparse
import subprocess
import sys
from pathlib import Path, PurePosixPath

from nexus.examples import is_project, load
from nexus.kinds import NEEDS
from nexus.learning.answering import try_answer
from nexus.learning.exercises import is_exercise
from nexus.paths import EXAMPLES, ROOT
from nexus.problems import NexusError
from nexus.records import compare, missing_needs
from nexus.running import run
from nexus.sql import why_not


def main() -> int:
    """Run the named example, print its output, and say whether it is the recorded one."""
    parser = argparse.ArgumentParser(
        prog="run.py", description="Run one example as its page shows it."
    )
    parser.add_argument(
        "example", type=Path, help="a file under examples/, or the folder of an exercise"
    )
    parser.add_argument(
        "arguments",
        nargs="*",
        help="for a project's manage.py: its command; for an exercise: a file with your answer",
    )
    options, more = parser.parse_known_args()
    if is_exercise(_inside(options.example)):
        return try_answer(_inside(options.example), *map(Path, options.arguments[:1]))
    example = load(_inside(options.example))
    if is_project(example.page) and example.path.name == "manage.py":
        command = [sys.executable, str(example.file), *options.arguments, *more]
        return subprocess.run(command, cwd=example.file.parent, check=False).returncode
    if example.is_test:
        raise NexusError(
            f"This is a test; run it with: python3 scripts/test.py examples/{example.path}"
        )
    if not example.runs:
        raise NexusError(f"examples/{example.path} is read, never run by itself.")
    if missing := missing_needs(example):
        wanted = ", ".join(NEEDS[name] for name in missing)
        why = f" {why_not()}" if "postgres" in missing else ""
        raise NexusError(f"examples/{example.path} needs {wanted}, which this machine lacks.{why}")
    result = run(example)
    print(result.output, end="", flush=True)
    compare(example, result)
    if example.kind.recorded:
        print("\nThis is the recorded output.", file=sys.stderr)
    return 0


def _inside(path: Path) -> PurePosixPath:
    """Return ``path`` as seen from `examples/`; it may be given from anywhere."""
    for base in (Path.cwd(), ROOT, EXAMPLES):
        full = (base / path).resolve()
        if full.is_relative_to(EXAMPLES) and full.exists():
            return PurePosixPath(full.relative_to(EXAMPLES).as_posix())
    return PurePosixPath(path.as_posix().removeprefix("examples/"))
