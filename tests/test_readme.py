"""The README: its commands exist, its links and paths lead somewhere."""

import re

from conftest import command
from nexus.paths import ROOT

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^python3 (scripts/\S+)(.*)$", README, re.M)


def test_names_serve_and_test_first() -> None:
    assert [script for script, _ in COMMANDS[:2]] == ["scripts/serve.py", "scripts/test.py"]


def test_every_command_exists_and_knows_its_options() -> None:
    for script, options in COMMANDS:
        said = command(script, "--help")
        assert said.returncode == 0, said.stdout
        for option in options.split():
            assert option in said.stdout, f"{script} has no {option}"


def test_every_path_it_names_exists() -> None:
    paths = re.findall(r"`([\w./-]+/|[\w-]+\.(?:yml|toml|txt))`", README)
    paths += [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert len(paths) > 10
    for path in paths:
        if path not in {".venv", "site/"}:
            assert (ROOT / path).exists(), path


def test_documented_options_are_those_of_the_commands() -> None:
    text = (ROOT / "docs/contributing/index.md").read_text("utf-8")
    for script in ("serve", "test", "build"):
        row = next(line for line in text.splitlines() if f"| `python3 scripts/{script}.py`" in line)
        said = command(f"scripts/{script}.py", "--help").stdout
        for option in re.findall(r"`(--[\w-]+)`", row):
            assert option in said, f"{script}.py has no {option}"
