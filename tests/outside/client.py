"""schemathesis as a client of the board: one run, and what it found."""

import json
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from outside.data import PASSWORD, PEOPLE
from outside.server import Board

CONFIG = Path(__file__).with_name("schemathesis.toml")
# Two ways to sign in: the path to post to, what the answer calls the token, how to send it.
_WAYS = {
    "Ada": ("/api/v2/auth/jwt/", "access", "Bearer {token}"),
    "Lin": ("/api/v2/auth/token/", "token", "Token {token}"),
}
# Each of them has things that the other must not see; and a run that saw some operation
# only refused, or nothing of what it asked for, has tested little: that is a failure too.
_SIGNED_IN = """
[auth.wfc]
path = "{path}"
peers = ["Ada", "Lin"]

[warnings]
fail-on = true
"""


@dataclass(frozen=True)
class Run:
    """What one run found.

    Attributes:
        status: schemathesis' exit status: 0 where it found nothing.
        output: all it printed; a failure comes with the curl command that shows it.
        facts: its report.
    """

    status: int
    output: str
    facts: dict[str, Any]

    @property
    def summary(self) -> str:
        """How much was tested, in one line."""
        return (
            f"{self.facts['operations']['tested']} operations, "
            f"{self.facts['test_cases']['generated']:,} requests, "
            f"{self.facts['running_time']:.0f} s"
        )

    def never_accepted(self) -> list[str]:
        """Return the operations that no request was right for."""
        rates = self.facts["valid_rates"].items()
        return [name for name, all_ in rates if not any(r["accepted"] for r in all_.values())]


def run(board: Board, location: str, *options: str, signed_in: bool) -> Run:
    """Test the operations of the schema at ``location``, as two people or as nobody."""
    config = CONFIG.read_text("utf-8")
    if signed_in:
        people = board.folder / "people.json"
        people.write_text(json.dumps({"auth": [_way(name) for name in _WAYS]}), "utf-8")
        config += _SIGNED_IN.format(path=people.as_posix())
    else:
        config += "\n[auth]\nauto-signup = false # nobody is nobody\n"
    (board.folder / "schemathesis.toml").write_text(config, "utf-8")
    report = board.folder / "report.json"
    report.unlink(missing_ok=True)
    command = ["schemathesis.cli", "run", location, "--checks", "all", "--no-color", *options]
    command += ["--report", "json", "--report-json-path", str(report)]
    command += ["--output-sanitize", "false"]  # else a curl command that fails cannot be run
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=board.folder,  # where the configuration is found
        env=board.environment | {"LOG_LEVEL": "ERROR", "PYTHONWARNINGS": "ignore"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert report.exists(), done.stdout
    return Run(done.returncode, done.stdout, json.loads(report.read_text("utf-8")))


def token(board: Board, name: str = "Lin") -> str:
    """Sign in and return what to send as Authorization."""
    path, field, template = _WAYS[name]
    request = urllib.request.Request(
        board.url + path, _credentials(name).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return template.format(token=json.load(answer)[field])


def _credentials(name: str) -> str:
    return json.dumps({"email": PEOPLE[name], "password": PASSWORD})


def _way(name: str) -> dict[str, Any]:
    """Describe how somebody signs in, as Web Fuzzing Commons has it."""
    path, field, template = _WAYS[name]
    return {
        "name": name,
        "loginEndpointAuth": {
            "endpoint": path,
            "verb": "POST",
            "contentType": "application/json",
            "payloadRaw": _credentials(name),
            "token": {
                "extractFrom": "body",
                "extractSelector": f"/{field}",
                "sendIn": "header",
                "sendName": "Authorization",
                "sendTemplate": template,
            },
        },
    }
