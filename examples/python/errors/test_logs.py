# needs: subprocess
import logging
import subprocess
import sys

import pytest

from logs import Session, accept


def test_the_token_never_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    accept(Session("Ada", token="s3cret"), {"nexus": 2}, "nexus")
    assert "Ada" in caplog.text
    assert "s3cret" not in caplog.text


def test_a_failure_reaches_the_caller() -> None:
    with pytest.raises(KeyError):
        accept(Session("Ada", token="s3cret"), {}, "atlas")


def test_main_logs_the_failure_with_its_traceback() -> None:
    # A process of its own: logging is configured for a whole process.
    command = [sys.executable, "logs.py"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    first, second, third, *_ = done.stdout.splitlines()
    assert first.startswith("INFO")
    assert second.startswith("ERROR")
    assert third.startswith("Traceback")
