"""What every test shares: the built site, a browser, and a summary of what ran."""

import functools
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn, TypeVar

import pytest

import board
from nexus import sql
from nexus.examples import Example
from nexus.paths import ROOT

pytest_plugins = ["browsing"]  # the browser and its pages, as fixtures

FAST = bool(os.environ.get("NEXUS_FAST"))
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

SUITES = ("test_board", "test_board_faults")

_outcomes: dict[str, Counter[str]] = defaultdict(Counter)
_seconds: Counter[str] = Counter()
_left_out: list[str] = []


def pytest_configure(config: pytest.Config) -> None:
    # A shell that runs us in the background has us ignore Ctrl+C, and all that we start too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line("markers", "slow(reason): left out by --fast; the reason is printed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The board's own suites run beside all other tests; who waits for them comes last.
    items.sort(key=lambda item: item.path.stem in SUITES)
    for item in items:
        slow = item.get_closest_marker("slow")
        if slow and FAST:
            item.add_marker(pytest.mark.skip(reason=f"fast: {slow.args[0]}"))


def pytest_collection_finish(session: pytest.Session) -> None:
    # Named by -k or by path, none of them may be wanted; --fast leaves out two of three.
    wanted = {item.path.stem for item in session.items}
    if session.config.option.collectonly:
        return
    if "test_board" in wanted:
        board.embedded()
        if not FAST:
            board.real()
    if "test_board_faults" in wanted and not FAST:
        board.faults()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    part = report.nodeid.split("::")[0].removeprefix("tests/")
    _seconds[part] += report.duration
    if report.when == "call" or report.outcome != "passed":
        _outcomes[part][report.outcome] += 1
    if report.skipped:
        reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
        _left_out.append(f"{report.nodeid.split('::')[-1]}: {reason.removeprefix('Skipped: ')}")


def pytest_terminal_summary(terminalreporter) -> None:
    write = terminalreporter.write_line
    write("")
    write(f"{'what ran':<24}{'passed':>8}{'failed':>8}{'left out':>10}{'seconds':>9}")
    for part in sorted(_outcomes):
        count = _outcomes[part]
        write(
            f"{part:<24}{count['passed']:>8}{count['failed']:>8}{count['skipped']:>10}"
            f"{_seconds[part]:>9.1f}"
        )
    if _left_out:
        write("")
        write("Left out:")
        for line in _left_out:
            write(f"  {line}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    board.started.close()
    # "fast:" was asked for; "platform:" runs in the job for that system. Anything else
    # that could not run is a gap, and in CI a gap is a failure.
    allowed = ("fast: ", "platform: ")
    gaps = [line for line in _left_out if not any(word in line for word in allowed)]
    if IN_CI and gaps and session.exitstatus == 0:
        print("\nIn CI nothing may be left out:", *gaps, sep="\n  ")
        session.exitstatus = 1


AnyRun = TypeVar("AnyRun")


def possible(run: AnyRun | str) -> AnyRun:
    """Return ``run``, or say why there is none."""
    if isinstance(run, str):
        leave_out(run)
    return run


def leave_out(why: str) -> NoReturn:
    """Leave a test out where the machine lacks something; in CI that is a failure."""
    if IN_CI:
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def postgres() -> None:
    """A real PostgreSQL, which SQL examples run on."""
    if why := sql.why_not():
        leave_out(why)


def prints_its_record(example: Example) -> None:
    """Check that `run.py` prints the record of ``example`` and no word more."""
    done = subprocess.run(
        [sys.executable, "scripts/run.py", f"examples/{example.path}"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == example.record.read_text("utf-8")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of the repository to break things in, with the environment of this one."""
    copy = copy_repository(tmp_path / "clone")
    (copy / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    return copy


def copy_repository(to: Path) -> Path:
    """Copy the working tree to ``to`` without git's data and what git ignores; return it."""
    ignored = shutil.ignore_patterns(
        ".git", ".venv", "site", "__pycache__", ".*_cache", "*.pyc", ".cache"
    )
    shutil.copytree(ROOT, to, ignore=ignored, symlinks=True)
    return to


def command(
    *arguments: str, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``scripts/…`` (the first argument) with this Python; return what it said."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={key: value for key, value in os.environ.items() if key != "CI"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Site:
    """A built site: the folder of its files and the address it is served at."""

    folder: Path
    url: str

    def pages(self) -> list[str]:
        """Return the address of every page of the theme, from the site's root."""
        found = [file.parent for file in self.folder.rglob("index.html")]
        inside = self.folder / "examples"
        return sorted(
            f"{folder.relative_to(self.folder).as_posix()}/".removeprefix("./")
            for folder in found
            if not folder.is_relative_to(inside)
        )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site, built strictly and served under a sub-path as GitHub Pages does."""
    top = tmp_path_factory.mktemp("pages")
    port = free_port()
    url = f"http://127.0.0.1:{port}/alx-project-nexus/"
    folder = top / "alx-project-nexus"
    if built := os.environ.get("NEXUS_SITE"):  # one made before, while a test is being written
        folder.symlink_to(Path(built).resolve(), target_is_directory=True)
    else:
        build(folder, url)
    handler = functools.partial(QuietHandler, directory=str(top))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, url)
    server.shutdown()


def build(folder: Path, url: str) -> None:
    """Build the site into ``folder``, to be served at ``url``."""
    done = command(
        "scripts/build.py",
        "--out",
        str(folder),
        SITE_URL=url,
        REPO_URL="https://github.com/someone/alx-project-nexus",
    )
    assert done.returncode == 0, done.stdout


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line on stderr for each."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""
