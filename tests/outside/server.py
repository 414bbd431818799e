"""A real server for the board: gunicorn on a free loopback port, on a database of its own."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from board import BOARD, plain_environment
from conftest import free_port
from nexus.paths import TESTS


@dataclass(frozen=True)
class Board:
    """A board that runs.

    Attributes:
        url: where it answers.
        folder: its files; others may put theirs there.
        environment: with which a process sees the same settings and data.
    """

    url: str
    folder: Path
    environment: dict[str, str]


@contextmanager
def serve(folder: Path, database: str = "") -> Iterator[Board]:
    """Run the board with data in it, and stop it afterwards.

    Args:
        folder: An empty folder for its files.
        database: The URL of an empty database; without one, SQLite in the folder.
    """
    environment = plain_environment() | {
        "DJANGO_SETTINGS_MODULE": "outside.settings",
        "PYTHONPATH": os.pathsep.join([str(BOARD), str(TESTS)]),
        "DATABASE_URL": database or f"sqlite:///{(folder / 'board.sqlite3').as_posix()}",
        "DEBUG": "false",  # what production answers is what matters
        "SECRET_KEY": "only for tests: 0123456789 abcdefghijklmnopqrstuvwxyz",
        "ALLOWED_HOSTS": "127.0.0.1",
        "FRONTEND_URL": "https://board.example.org",
        "EMAIL_URL": "dummymail://",
    }
    filled = subprocess.run(
        [sys.executable, "-m", "outside.data"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert filled.returncode == 0, filled.stderr
    port = free_port()
    command = ["-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}"]
    # Threads, since a client keeps connections open; one process, since memory is the cache.
    command += ["--threads", "4"]
    # No limit of gunicorn's own: what it answers (414) is not the board's, nor its contract's.
    command += ["--limit-request-line", "0"]
    log = folder / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, *command], cwd=folder, env=environment, stdout=output, stderr=output
        )
    try:
        board = Board(f"http://127.0.0.1:{port}", folder, environment)
        _wait(board, server, log)
        yield board
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(board: Board, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; fail with its last words if it ends or takes a minute."""
    end = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{board.url}/healthz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise AssertionError(f"the board did not start: {log.read_text('utf-8')[-2000:]}")
