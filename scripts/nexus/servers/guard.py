"""A small process that ends what the tests started when the tests end, however they end.

The tests hold the writing end of a pipe and tell through it what there is to end: process
groups, commands, folders. When the pipe closes, because the tests said so or because they
died (`kill -9` included), the guard ends it all and then itself. It runs in a session of its
own, so Ctrl+C in the terminal does not reach it.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any


class Guard:
    """The tests' end of the pipe."""

    def __init__(self) -> None:
        """Start the guard."""
        reading, self._pipe = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-I", __file__],
            stdin=reading,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).anchor,
            start_new_session=True,
        )
        os.close(reading)

    def watch(self, group: int, gently: int) -> None:
        """End the process ``group`` at last: by the signal ``gently``, then by SIGKILL."""
        self._tell(group=group, gently=gently)

    def forget(self, group: int) -> None:
        """Leave the process ``group`` alone: it has ended, and its number may be reused."""
        with contextlib.suppress(BrokenPipeError):  # somebody killed the guard
            self._tell(forget=group)

    def run(self, command: list[str], environment: dict[str, str]) -> None:
        """Run ``command`` at last."""
        self._tell(command=command, environment=environment)

    def remove(self, folder: Path) -> None:
        """Remove ``folder`` and all in it at last."""
        self._tell(folder=str(folder))

    def close(self) -> None:
        """End everything now and wait until it is done."""
        if self._pipe >= 0:
            os.close(self._pipe)
            self._pipe = -1
        self._process.wait()

    def _tell(self, **line: Any) -> None:
        os.write(self._pipe, json.dumps(line).encode() + b"\n")


def _keep_watch() -> None:
    groups: dict[int, int] = {}
    commands: list[dict[str, Any]] = []
    folders: list[str] = []
    try:
        for text in sys.stdin:
            line = json.loads(text)
            if "group" in line:
                groups[line["group"]] = line["gently"]
            elif "forget" in line:
                groups.pop(line["forget"], None)
            elif "command" in line:
                commands.append(line)
            else:
                folders.append(line["folder"])
    finally:
        _end(groups)
        for line in commands:
            subprocess.run(line["command"], env=line["environment"], check=False)
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)


def _end(groups: dict[int, int]) -> None:
    end = time.monotonic() + 5
    left = [group for group, gently in groups.items() if _signal(group, gently)]
    while left and time.monotonic() < end:
        time.sleep(0.05)
        left = [group for group in left if _signal(group, 0)]
    for group in left:
        _signal(group, signal.SIGKILL)


def _signal(group: int, number: int) -> bool:
    """Send the signal ``number`` to the process ``group``; return whether there is one."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _terminated(*_: object) -> None:
    raise SystemExit


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _terminated)
    _keep_watch()
