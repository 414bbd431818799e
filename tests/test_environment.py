"""The first minutes of a newcomer: what can go wrong, and what they are told."""

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import command, copy_repository, free_port
from nexus import environment
from nexus.paths import ROOT
from nexus.problems import NexusError

BASE_PYTHON = getattr(sys, "_base_executable", sys.executable)


def test_an_older_python_gets_a_sentence_not_a_syntax_error() -> None:
    code = "import sys; sys.version_info = (3, 9, 18); sys.path.insert(0, 'scripts'); import nexus"
    done = command("-c", code)
    assert done.returncode == 1
    assert done.stdout.startswith("Python 3.11.5 or newer is needed; this is Python 3.9.18")
    assert "python.org/downloads" in done.stdout


def test_a_real_older_python_gets_it_too() -> None:
    folder = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    older = [
        path for name in ("3.8", "3.9", "3.10") for path in folder.glob(f"{name}.*/bin/python")
    ]
    for python in older:
        done = subprocess.run(
            [python, "scripts/serve.py"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert done.stderr.startswith("Python 3.11.5 or newer is needed")


def fresh(tmp_path: Path) -> Path:
    """Return a copy of the repository with no environment."""
    return copy_repository(tmp_path / "clone")


def base(
    script: str, *arguments: str, cwd: Path, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run a script as a newcomer does: with the Python outside any environment."""
    return subprocess.run(
        [BASE_PYTHON, script, *arguments],
        cwd=cwd,
        env=os.environ | changes,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_without_network_one_paragraph_says_so_and_the_next_run_recovers(tmp_path: Path) -> None:
    clone = fresh(tmp_path)
    nowhere = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_FIND_LINKS": "",
        "PIP_NO_CACHE_DIR": "1",
        "PIP_RETRIES": "1",
        "PIP_CONFIG_FILE": os.devnull,
    }
    done = base("scripts/test.py", "--help", cwd=clone, **nowhere)
    assert done.returncode == 1
    last = done.stdout.strip().split("\n\n")[-1]
    assert last.startswith(
        "The packages could not be fetched: the package index cannot be reached."
    )
    assert "Traceback" not in done.stdout
    assert not (clone / ".venv" / "nexus.lock").exists()


def test_a_full_disk_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    pretend_nothing_stands(monkeypatch, tmp_path)
    monkeypatch.setattr(environment, "_install", full)
    with pytest.raises(NexusError, match=r"No space left on the disk \(\d+ MB free\)"):
        environment.prepare()


def test_pip_out_of_space_is_named_too() -> None:
    log = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
    assert environment._pip_failure(log).startswith("No space left on the disk")


def test_a_wrong_hash_is_named() -> None:
    log = "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."
    assert "does not have the hash" in environment._pip_failure(log)


def test_a_missing_venv_module_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object) -> None:
        raise subprocess.CalledProcessError(1, "ensurepip")

    pretend_nothing_stands(monkeypatch, tmp_path)
    monkeypatch.setattr(environment.venv.EnvBuilder, "create", broken)
    with pytest.raises(NexusError, match="apt-get install python3-venv"):
        environment.prepare()


def pretend_nothing_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "nexus.lock")
    monkeypatch.setattr(environment.venv.EnvBuilder, "create", lambda *_: None)


def test_a_busy_port_is_named_with_another_to_use() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = command("scripts/serve.py", "--port", str(port))
    assert done.returncode == 1
    assert f"127.0.0.1:{port} cannot be used" in done.stdout
    assert f"python3 scripts/serve.py --port {port + 1}" in done.stdout


def test_a_port_that_does_not_exist_is_named() -> None:
    done = command("scripts/serve.py", "--port", "70000")
    assert done.returncode == 1
    assert "Port 70000 does not exist" in done.stdout


@contextmanager
def serving(python: str, cwd: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Run ``serve.py`` as a newcomer does, and end it and all it started."""
    with (cwd / "serve.log").open("w") as log:
        process = subprocess.Popen(
            [python, "scripts/serve.py", "--port", str(port)],
            cwd=cwd,
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(20)


def wait_for(url: str, text: str, process: subprocess.Popen[str], seconds: int) -> str:
    """Return the body at ``url`` once it holds ``text``."""
    end, body = time.monotonic() + seconds, ""
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                body = answer.read().decode()
            if text in body:
                return body
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.3)
    raise AssertionError(f"{url} never held {text!r}; the server ended: {process.poll()}")


@pytest.mark.skipif(os.name == "nt", reason="platform: process groups need a POSIX system")
@pytest.mark.slow("makes an environment from the network")
def test_serve_on_a_clean_clone_recovers_serves_and_follows_edits(tmp_path: Path) -> None:
    clone = fresh(tmp_path)
    # What an interrupted first run leaves behind.
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "bin" / "python").touch()
    port = free_port()
    with serving(BASE_PYTHON, clone, port) as process:
        url = f"http://127.0.0.1:{port}/"
        home = wait_for(url, "Backend engineering", process, 300)
        assert "fonts.googleapis.com" not in home
        wait_for(f"{url}examples/python/values/names.py.html", "Recorded output", process, 30)
        wait_for(f"{url}run/manifest.json", '"core"', process, 30)
        page = clone / "docs" / "start" / "index.md"
        page.write_text(page.read_text("utf-8") + "\nA sentence typed a moment ago.\n", "utf-8")
        wait_for(f"{url}start/", "A sentence typed a moment ago.", process, 120)
    log = (clone / "serve.log").read_text("utf-8")
    assert url in log
    assert "Traceback" not in log
    shutil.rmtree(clone / ".venv")
