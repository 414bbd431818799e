"""`test.py`: every test, or the part that a contributor asks for."""

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path, PurePosixPath

from nexus import lint
from nexus.browser import find_or_install
from nexus.building import report
from nexus.examples import every
from nexus.paths import DOCS, EXAMPLES, LOCK, ROOT, relative
from nexus.problems import ExampleError, NexusError
from nexus.project import project
from nexus.records import missing_needs, record
from nexus.runtimes import refresh


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    parser = argparse.ArgumentParser(prog="test.py", description="Run every test of the site.")
    parser.add_argument(
        "--fast", action="store_true", help="leave out what needs a server, an engine or a browser"
    )
    parser.add_argument(
        "--record", action="store_true", help="run examples and rewrite their recorded outputs"
    )
    parser.add_argument(
        "--lock", action="store_true", help="compile requirements.txt and lock.toml anew"
    )
    parser.add_argument(
        "-k", metavar="EXPRESSION", help="only tests whose name matches, as pytest takes it"
    )
    parser.add_argument("paths", nargs="*", help="tests, example files or folders, or pages")
    options = parser.parse_args()
    if options.lock:
        return compile_lock()
    tests, examples, pages = _sort([Path(path).resolve() for path in options.paths])
    if options.record:
        return record_outputs(examples)
    return _pytest(options, tests, examples, pages)


def _sort(paths: list[Path]) -> tuple[list[Path], list[PurePosixPath], list[Path]]:
    """Sort the given paths into tests, examples (from `examples/`) and pages.

    Raises:
        NexusError: a path does not exist or is none of the three.
    """
    tests, examples, pages = [], [], []
    for path in paths:
        if not path.exists():
            raise NexusError(f"There is no {relative(path)}; name a test, an example or a page.")
        if path.is_relative_to(EXAMPLES):
            examples.append(PurePosixPath(path.relative_to(EXAMPLES).as_posix()))
        elif path.is_relative_to(DOCS):
            pages += sorted(path.rglob("*.md")) if path.is_dir() else [path]
        elif path.is_relative_to(ROOT / "tests"):
            tests.append(path)
        else:
            raise NexusError(f"{relative(path)} is no test, example or page.")
    return tests, examples, pages


def record_outputs(only: list[PurePosixPath]) -> int:
    """Run the examples at or under ``only`` (all when empty) and rewrite their records."""
    wrong = changed = count = 0
    for example in every():
        inside = not only or any(path in (example.path, *example.path.parents) for path in only)
        if not inside or not example.runs or not example.kind.recorded:
            continue
        if missing := missing_needs(example):
            print(f"left out  examples/{example.path}: needs {', '.join(missing)}")
            continue
        count += 1
        try:
            if record(example):
                changed += 1
                print(f"recorded  examples/{example.path}")
        except ExampleError as error:
            wrong += 1
            print(f"failed    {error}")
    print(f"{count} examples run: {changed} records changed, {wrong} failed.")
    return 1 if wrong or not count else 0


def compile_lock() -> int:
    """Compile `requirements.txt`, and from it what the image of the running project installs."""
    groups = [part for name in ("site", "examples", "board", "tests") for part in ("--group", name)]
    if code := _compile(LOCK, "--upgrade", "--python-version", "3.11.5", *groups):
        return code
    # The image has one Python, and of the packages only the project's, at the same versions.
    name, image = project().name, project().folder / "requirements.txt"
    options = ("--python-version", "3.13", "--group", name, "--constraints", str(LOCK))
    if code := _compile(image, *options):
        return code
    refresh.write()
    return 0


def _compile(lock: Path, *options: str) -> int:
    """Compile ``lock`` from `pyproject.toml`, for every platform, with hashes."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--universal", *options]
    command += ["--generate-hashes", "--no-emit-index-url"]
    command += ["--custom-compile-command", "python3 scripts/test.py --lock"]
    command += ["-q", "-o", str(lock), "pyproject.toml"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _pytest(
    options: argparse.Namespace, tests: list[Path], examples: list[PurePosixPath], pages: list[Path]
) -> int:
    began = time.monotonic()
    if pages:
        report(lint.run(pages))
        print(f"{len(pages)} pages linted.")
        if not tests and not examples:
            return 0
    chosen = [str(path) for path in tests]
    if examples:
        chosen += ["tests/test_examples.py", "tests/test_exercises.py"]
    environment = os.environ | {"NEXUS_EXAMPLES": "\n".join(map(str, examples))}
    if options.fast:
        environment["NEXUS_FAST"] = "1"
    elif (not chosen or any(re.search("browser|test_run", path) for path in chosen)) and (
        path := find_or_install()
    ):
        environment["NEXUS_BROWSER"] = path
    command = [sys.executable, "-m", "pytest", *chosen]
    if options.k:
        command += ["-k", options.k]
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    print(f"Took {time.monotonic() - began:.0f} s.")
    if code == 5:
        raise NexusError("No test matches; check the path and -k.")
    return code
