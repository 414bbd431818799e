"""The board as it runs in production: web, workers and beat, each a process of its own."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

BOARD: Path = settings.BASE_DIR
# Where the system can: what we start ends when we die, however we die.
_TIED = ["setpriv", "--pdeathsig", "TERM", "--"] if shutil.which("setpriv") else []


def eventually(holds: Callable[[], Any], what: str, seconds: float = 60) -> None:
    """Return as soon as `holds()` is true; fail if it is not within the time."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds:.0f} s: {what}")
        time.sleep(0.05)


@dataclass
class Process:
    """One process, its group, and what it printed."""

    name: str
    running: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """Kill it and its children with SIGKILL."""
        os.killpg(self.running.pid, signal.SIGKILL)
        self.running.wait()

    def kill_child(self) -> None:
        """Kill one of its children, and not itself."""
        number = self.running.pid
        children = Path(f"/proc/{number}/task/{number}/children").read_text("ascii").split()
        os.kill(int(children[0]), signal.SIGKILL)

    def end(self) -> None:
        """Stop it in its orderly way; kill what does not end."""
        if self.running.poll() is None:
            self.running.terminate()
            try:
                self.running.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def printed(self) -> str:
        """Return what it has printed so far."""
        return self.log.read_text("utf-8", errors="replace")


@dataclass
class Answer:
    """What the board answered."""

    status: int
    body: Any
    seconds: float
    headers: http.client.HTTPMessage


@dataclass
class Board:
    """Starts the board's processes on one database, with production settings."""

    folder: Path
    mail_url: str
    processes: list[Process] = field(default_factory=list)
    port: int = 0
    _numbers: Any = field(default_factory=lambda: count(1))

    def start(self, name: str, *command: str) -> Process:
        """Start one process; it ends with the test."""
        log = self.folder / f"{name}-{len(self.processes)}.log"
        with log.open("wb") as output:
            running = subprocess.Popen(
                [*_TIED, sys.executable, "-m", *command],
                cwd=BOARD,
                env=os.environ | self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                process_group=0,
            )
        self.processes.append(Process(name, running, log))
        return self.processes[-1]

    def start_web(self) -> Process:
        """Start the web server and wait until it answers."""
        self.port = _free_port()
        where = ("--bind", f"127.0.0.1:{self.port}", "--workers", "2", "--threads", "4")
        web = self.start("web", "gunicorn", "config.wsgi", *where)
        eventually(lambda: self._answers(), "the web server answers")
        return web

    def start_worker(self, *options: str) -> Process:
        """Start a worker for all queues and wait until it takes tasks."""
        name = f"worker{len(self.processes)}@faults"
        command = ("celery", "-A", "config", "worker", "-n", name, "--concurrency", "2")
        worker = self.start("worker", *command, *options)
        eventually(lambda: " ready." in worker.printed(), "the worker is ready")
        return worker

    def start_beat(self) -> Process:
        """Start the clock that sends what waits in the outbox."""
        return self.start("beat", "celery", "-A", "config", "beat")

    def request(
        self, method: str, path: str, token: str = "", data: Any = None, **headers: str
    ) -> Answer:
        """Send one request and return the answer, each from another address."""
        sent = {
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": "10.{}.{}.{}".format(*next(self._numbers).to_bytes(3, "big")),
            "Content-Type": "application/json",
        } | headers
        if token:
            sent["Authorization"] = f"Token {token}"
        began = time.monotonic()
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            link.request(method, path, None if data is None else json.dumps(data), sent)
            response = link.getresponse()
            text = response.read()
        finally:
            link.close()
        is_json = "json" in response.headers.get("Content-Type", "")
        body = json.loads(text) if is_json else text
        return Answer(response.status, body, time.monotonic() - began, response.headers)

    def end(self, name: str = "") -> None:
        """End all processes, or those of one name."""
        for process in self.processes:
            if name in ("", process.name):
                process.end()

    def _answers(self) -> bool:
        try:
            return self.request("GET", "/healthz").status == 200
        except OSError:
            return False

    def _environment(self) -> dict[str, str]:
        # The database of the tests, which pytest-django made, not the one of the URL.
        database = urlsplit(os.environ["DATABASE_URL"])
        name = str(connection.settings_dict["NAME"])
        assert name.startswith("test_"), "the tables are emptied after each test"
        return {
            "DATABASE_URL": database._replace(path=f"/{name}").geturl(),
            "DEBUG": "false",
            "SECRET_KEY": "only for the faults: 0123456789 abcdefghijklmnopqrstuvwxyz",
            "ALLOWED_HOSTS": "127.0.0.1",
            "FRONTEND_URL": "https://board.example.org",
            "PROXY_COUNT": "1",
            "EMAIL_URL": self.mail_url,
        }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
