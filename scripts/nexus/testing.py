"""`test.py`: every test, or the part that a contributor asks for."""

import argparse
import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path, PurePosixPath

from nexus import lint
from nexus.browser import find_firefox, find_or_install
from nexus.building import report
from nexus.examples import every
from nexus.paths import DOCS, EXAMPLES, LOCK, ROOT, TESTS, relative
from nexus.problems import ExampleError, NexusError
from nexus.project import project
from nexus.records import missing_needs, record
from nexus.runtimes import publishing, refresh
from nexus.servers.finding import psql


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


IN_BROWSER = re.compile(r"test_(run_|run\.|\w*browser)")  # files of tests that drive a browser
# The test command's two steps, each with what goes on beside the rest of it.
IN_PAGE = re.compile(r"test_(run[_.]|learning_browser)")  # half of the first step's time
ON_SERVERS = re.compile(r"test_(board(_faults|_outside)?|docker|examples|servers|sql)\.py")
ALONE = re.compile(r"test_examples\.py")  # half of the second step's time


def _browsers() -> dict[str, str]:
    """Have the browsers that tests drive; return the variables that name them."""
    find_firefox()
    path = find_or_install()
    return {"NEXUS_BROWSER": path} if path else {}


def _everything(command: list[str], environment: dict[str, str]) -> int:
    """Run every test with ``command``, in two steps; return the worst exit status.

    Tests on servers come second, since a network that Docker makes or removes breaks off
    whatever Chromium is fetching at that moment.
    """
    # Had before, since two runs would fetch or install them in each other's way.
    publishing.prepare()
    with contextlib.suppress(NexusError):  # the tests that need it say so
        psql()
    files = sorted(str(file.relative_to(ROOT)) for file in TESTS.glob("test_*.py"))
    second = [file for file in files if ON_SERVERS.search(file)]
    first = [file for file in files if file not in second]
    codes = _beside(IN_PAGE, first, command, environment)
    print("On servers and in containers:", flush=True)
    codes += _beside(ALONE, second, command, environment | {"NEXUS_PATIENCE": "4"})
    return max(map(abs, codes))  # a run that a signal ended has a negative one


def _beside(
    some: re.Pattern[str], files: list[str], command: list[str], environment: dict[str, str]
) -> list[int]:
    """Run ``files`` in two runs at once, ``some`` in one of them; return both exit statuses."""
    theirs = [file for file in files if some.search(file)]
    others = [file for file in files if file not in theirs]
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        beside = subprocess.Popen(
            [*command, *theirs], cwd=ROOT, env=environment, stdout=said, stderr=said
        )
        code = subprocess.run([*command, *others], cwd=ROOT, env=environment).returncode
        print(f"\nBeside these, {' '.join(theirs)}:", flush=True)
        codes = [code, beside.wait()]
        said.seek(0)
        print(said.read(), flush=True)
    return codes


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
    elif not chosen or any(map(IN_BROWSER.search, chosen)):
        environment |= _browsers()
    command = [sys.executable, "-m", "pytest"]
    if options.k:
        command += ["-k", options.k]
    if chosen or options.k or options.fast:
        code = subprocess.run([*command, *chosen], cwd=ROOT, env=environment).returncode
    else:
        code = _everything(command, environment)
    print(f"Took {time.monotonic() - began:.0f} s.")
    if code == 5:
        raise NexusError("No test matches; check the path and -k.")
    return code
