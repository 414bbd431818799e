"""deploy.py VERSION: start it, ask it, switch to it; go back where it fails."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TypedDict

LIVE = Path("live")  # which version users reach


class Version(TypedDict):
    name: str
    port: int
    pid: int


def start(name: str) -> Version:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))  # any free port
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "release/app.py", name, str(port)])
    return {"name": name, "port": port, "pid": process.pid}


def answers(address: str, seconds: float = 3) -> bool:
    """Ask until the answer is good, or the time is over: a new process needs a moment."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=2)
            return True
        except OSError:  # refused, too slow, or an answer of 400 and above
            time.sleep(0.05)
    return False


def switch_to(version: Version) -> None:
    new = LIVE.with_name("live.new")
    new.write_text(json.dumps(version))
    os.replace(new, LIVE)  # in one step: nobody ever reads half a file


def stop(version: Version, grace: float = 0) -> None:
    time.sleep(grace)  # requests that it has begun to answer
    os.kill(version["pid"], signal.SIGTERM)


def deploy(name: str) -> bool:
    old: Version | None = json.loads(LIVE.read_text()) if LIVE.exists() else None
    new = start(name)
    if not answers(f"http://127.0.0.1:{new['port']}/readyz"):
        print(f"{name} is not ready: stopped, nobody has met it")
        stop(new)
        return False
    switch_to(new)
    if not answers(Path("front").read_text() + "/projects"):
        print(f"{name} fails at the front door: back to the old version")
        if old:
            switch_to(old)
        stop(new, grace=0.5)
        return False
    if old:
        stop(old, grace=0.5)
    print(f"{name} is live")
    return True


if __name__ == "__main__":
    sys.exit(0 if deploy(sys.argv[1]) else 1)
