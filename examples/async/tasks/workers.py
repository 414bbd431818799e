# needs: subprocess
"""Starts real workers and kills them."""

import atexit
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable

RUN = os.environ.setdefault("RUN", uuid.uuid4().hex)  # whatever we start inherits it
_running: list[subprocess.Popen[bytes]] = []


def start_worker(app: str, broker_url: str, *options: str) -> subprocess.Popen[bytes]:
    """Start a worker with two children, in a process group of its own."""
    name = f"{app}-{uuid.uuid4().hex}@localhost"
    command = [sys.executable, "-m", "celery", "-A", app, "worker", "-n", name, "-c", "2"]
    worker = subprocess.Popen(
        [*command, "--without-gossip", "--without-mingle", *options],
        env=os.environ | {"BROKER_URL": broker_url},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    _running.append(worker)
    return worker


def kill(worker: subprocess.Popen[bytes]) -> None:
    """End a worker and its children at once, as `kill -9` does, or a power failure."""
    if worker.poll() is None:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


@atexit.register
def _kill_all() -> None:
    for worker in _running:
        kill(worker)


def wait_until(holds: Callable[[], object], seconds: float = 40) -> None:
    """Return as soon as ``holds()`` is true."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {seconds} seconds")
        time.sleep(0.05)
