"""The `.venv` that every script runs in, made from the lock with hashes.

Standard library only: this module runs before anything is installed.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable
from pathlib import Path

from nexus.paths import LOCK, ROOT, VENV, relative
from nexus.problems import NexusError

# Written last: a `.venv` without it is half made and is made anew.
STAMP = VENV / "nexus.lock"

NO_NETWORK = (
    "NewConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "Name or service not known",
    "name resolution",
    "getaddrinfo failed",
    "nodename nor servname",
    "Network is unreachable",
    "Connection refused",
    "ProxyError",
)


def inside(main: Callable[[], int]) -> int:
    """Run ``main`` in the project's environment and return the exit code.

    Outside `.venv` this makes the environment if needed and starts the same command
    again with its Python. A :class:`NexusError` becomes one paragraph on stderr.
    """
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles may default to a code page that lacks our characters.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        if Path(sys.prefix).resolve() == VENV.resolve():
            return main()
        prepare()
        return _again()
    except NexusError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def python() -> Path:
    """Return the path of the environment's Python."""
    if os.name == "nt":
        return VENV / "Scripts" / "python.exe"
    return VENV / "bin" / "python"


def prepare() -> None:
    """Make `.venv` and install the lock, unless that is done already.

    Raises:
        NexusError: the environment cannot be made; the text says why and what to do.
    """
    stamp = _stamp()
    if python().exists() and STAMP.exists() and STAMP.read_text("utf-8") == stamp:
        return
    began = time.monotonic()
    print(f"Making {relative(VENV)} with Python {stamp.split()[0]} (first run only).")
    try:
        # `clear` mends a half-made folder; Debian's Python without python3-venv
        # fails in ensurepip, which shows as CalledProcessError.
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(VENV)
        _install()
        STAMP.write_text(stamp, "utf-8")
    except subprocess.CalledProcessError as error:
        raise NexusError(
            f"{relative(VENV)} could not be made: this Python ({sys.executable}) has no "
            "working `venv`. On Debian and Ubuntu run `apt-get install python3-venv`, "
            "elsewhere reinstall Python, then run the same command again."
        ) from error
    except OSError as error:
        raise NexusError(_explain(error)) from error
    print(f"Environment ready after {time.monotonic() - began:.0f} s.")


def _stamp() -> str:
    """Return what `.venv` depends on: the Python that made it and the lock."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{'.'.join(map(str, sys.version_info[:3]))} {sys.base_prefix} {digest}\n"


def _explain(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        free = shutil.disk_usage(ROOT).free // 2**20
        return _no_space(free)
    return (
        f"{relative(VENV)} could not be written: {error}. Close programs that use it, "
        "delete the folder, and run the same command again."
    )


def _no_space(free: int) -> str:
    return (
        f"No space left on the disk ({free} MB free): the environment needs about "
        f"500 MB. Free some space, then run the same command again; "
        f"{relative(VENV)} is then made anew."
    )


def _install() -> None:
    """Install the lock with pip, showing which package it is at."""
    names = [line.split("==")[0] for line in LOCK.read_text("utf-8").splitlines()]
    names = [name for name in names if name and name[0].isalnum()]
    # The lock is complete, so pip need not resolve; wheels only, so that installing
    # runs nobody's setup code.
    command = [str(python()), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    command += ["--progress-bar", "off", "-r", str(LOCK)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    log = _follow(process.stdout or (), len(names))
    if process.wait() != 0:
        raise NexusError(_pip_failure("".join(log)))


def _follow(stream: Iterable[str], total: int) -> list[str]:
    """Print pip's progress through ``total`` packages; return all that it said."""
    log, count, live = [], 0, sys.stdout.isatty()
    for line in stream:
        log.append(line)
        if line.startswith("Collecting "):
            count += 1
            name = line.split()[1].split("==")[0]
            if live:
                print(f"\r  {count} of {total}: {name:<50.50}", end="", flush=True)
            elif count % 10 == 0 or count == total:
                print(f"  {count} of {total} packages", flush=True)
        elif line.startswith("Installing collected"):
            print("\r  installing …".ljust(64) if live else "  installing …", flush=True)
    return log


def _pip_failure(log: str) -> str:
    if "No space left" in log or "Errno 28" in log:
        return _no_space(shutil.disk_usage(ROOT).free // 2**20)
    if any(sign in log for sign in NO_NETWORK):
        return (
            "The packages could not be fetched: the package index cannot be reached. "
            "Check the network connection (behind a proxy, set HTTPS_PROXY), then run "
            "the same command again; it starts over by itself."
        )
    if "HASHES" in log:
        return (
            "A fetched package does not have the hash that requirements.txt demands. "
            "Nothing was installed from it. If a proxy or mirror alters packages, go "
            "around it; then run the same command again."
        )
    said = [line for line in log.splitlines() if line.startswith("ERROR")] or [log[-600:]]
    version = ".".join(map(str, sys.version_info[:2]))
    return (
        f"pip could not install requirements.txt for Python {version} on {sys.platform}: "
        f"{' '.join(said)} If a package has no wheel for this Python, use Python 3.11 "
        "to 3.14."
    )


def _again() -> int:
    """Start this command again with the environment's Python; return its exit code."""
    # Not exec: on Windows it returns to the shell before the new process ends.
    with subprocess.Popen([python(), *sys.argv]) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the child got it too, and ends by itself
