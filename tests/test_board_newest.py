"""The board's embedded suite on the newest Django, before that one is an LTS.

The packages are in `tests/newest.txt`, whose head has the command that refreshes it. The
suite alone: `python3 scripts/test.py tests/test_board_newest.py`.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from board import BOARD, plain_environment
from nexus.paths import ROOT, TESTS
from nexus.pythons import Python, others

LOCK = TESTS / "newest.txt"
FOLDER = ROOT / ".cache" / "newest"
OLDEST_PYTHON = (3, 12)  # that Django 6 runs on

# Printed by the environment that is tested, so that no other can be meant.
VERSIONS = "import django, platform; print(django.get_version(), platform.python_version())"


@pytest.mark.slow("runs the board's tests once more, on another Python")
def test_the_suite_passes_on_the_newest_django(capsys: pytest.CaptureFixture[str]) -> None:
    python = environment(newest_python())
    django, version = run(python, "-c", VERSIONS).stdout.split()
    assert int(django.split(".")[0]) >= 6
    done = run(python, "-m", "pytest", "-q", "--ignore=tests/faults", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout
    with capsys.disabled():
        last = done.stdout.strip().splitlines()[-1].strip("= ")
        print(f"\nboard, Django {django}, Python {version}: {last}")


def test_the_newest_are_all_packages_of_the_board() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {re.split(r"[=\[]", line)[0] for line in project["dependency-groups"]["board"]}
    assert wanted <= set(re.findall(r"^([\w-]+)==", LOCK.read_text("utf-8"), re.M))


def test_the_weekly_run_refreshes_them_by_the_command_in_their_head() -> None:
    command = LOCK.read_text("utf-8").splitlines()[1].strip("# ")
    steps = (ROOT / ".github" / "workflows" / "freshness.yml").read_text("utf-8").splitlines()
    assert f"- run: {command}" in map(str.strip, steps)


def newest_python() -> Python:
    """Return the newest Python of those that we support, or leave the test out."""
    here = Python(f"{sys.version_info.major}.{sys.version_info.minor}", Path(sys.executable))
    found = max([here, *others()], key=lambda python: _numbers(python.version))
    if _numbers(found.version) < OLDEST_PYTHON:
        pytest.skip("platform: no Python 3.12 or newer here, which Django 6 asks for")
    return found


def environment(base: Python) -> Path:
    """Return the Python of an environment with the newest packages, made if there is none."""
    text = f"{base.version} {base.path} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}\n"
    stamp = FOLDER / "nexus.lock"  # written last: without it, the folder is half made
    python = FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not stamp.exists() or stamp.read_text("utf-8") != text:
        shutil.rmtree(FOLDER, ignore_errors=True)
        uv("venv", "--python", str(base.path), str(FOLDER))
        options = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
        uv("pip", "install", "--python", str(python), *options, "-r", str(LOCK))
        stamp.write_text(text, "utf-8")
    return python


def uv(*arguments: str) -> None:
    """Run uv, and fail with what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "uv", "--quiet", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def run(python: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python in the board's folder, with nothing set."""
    return subprocess.run(
        [python, *arguments],
        cwd=BOARD,
        env=plain_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
