"""The workflows: valid, safe, pinned, and saying what the documentation says of them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from nexus.paths import ROOT
from nexus.versions import pythons

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which(name, path=str(Path(sys.executable).parent))
    assert program, f"{name} is not installed"
    return subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def load(name: str) -> dict:
    return yaml.safe_load((FOLDER / name).read_text("utf-8"))


def test_actionlint_finds_nothing() -> None:
    done = tool("actionlint", *map(str, WORKFLOWS))
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    done = tool("zizmor", "--offline", "--no-progress", ".github")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_by_commit_with_their_version(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        if (used := re.search(r"uses: (\S+)(.*)", line)) and not used[1].startswith("./"):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used[1]), line
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", used[2]), line


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_no_job_has_more_rights_than_it_names(file: Path) -> None:
    workflow = load(file.name)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        writes = [key for key, value in job.get("permissions", {}).items() if value == "write"]
        assert not writes or (file.name, name) == ("publish.yml", "deploy")


def test_nothing_is_deployed_when_a_check_failed() -> None:
    jobs = load("publish.yml")["jobs"]
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["build"]["needs"] == "checks"
    assert jobs["checks"]["uses"] == "./.github/workflows/checks.yml"
    assert not any("if" in job for job in jobs.values())


def test_all_green_waits_for_every_other_job() -> None:
    jobs = load("checks.yml")["jobs"]
    assert set(jobs["all-green"]["needs"]) == jobs.keys() - {"all-green"}


def test_the_matrix_covers_the_pythons_that_we_name() -> None:
    assert pythons() == ["3.11", "3.12", "3.13", "3.14"]


def test_ci_calls_the_command_of_the_readme() -> None:
    wanted = "python3 scripts/test.py"
    steps = load("checks.yml")["jobs"]["linux"]["steps"]
    assert wanted in [step.get("run") for step in steps]
    assert wanted in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert f"\n{wanted}\n" in (ROOT / "README.md").read_text("utf-8")
