"""The repository's own order: style, types, lock, and nothing that does not belong."""

import re
import subprocess
import sys
import tomllib

import pytest

from nexus.lint.page_rules import FENCES
from nexus.paths import DOCS, LOCK, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
TOP_LEVEL = {
    ".ci", ".gitattributes", ".github", ".gitignore", "LICENSE", "LICENSE-docs", "README.md",
    "docs", "examples", "mkdocs.yml", "pyproject.toml", "requirements.txt", "scripts", "tests",
    "theme",
}  # fmt: skip


@pytest.mark.parametrize(
    "tool",
    [
        ["ruff", "check", "scripts", "tests", "examples"],
        ["ruff", "format", "--check", "scripts", "tests"],
        ["mypy"],
    ],
    ids=" ".join,
)
def test_tool_finds_nothing(tool: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_of_the_board_fit() -> None:
    board = ROOT / "examples" / "board"
    apps = sorted(file.parent.name for file in board.glob("*/__init__.py"))
    apps.remove("tests")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", "mypy.ini", *apps],
        cwd=board,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lock_holds_every_dependency_at_its_pin_with_hashes() -> None:
    text = LOCK.read_text("utf-8")
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.M))
    for group in PROJECT["dependency-groups"].values():
        for requirement in group:
            name, _, version = requirement.partition(";")[0].partition("==")
            name = name.split("[")[0].lower()
            assert version, f"{name} is not pinned in pyproject.toml"
            assert locked.get(name) == version, f"{name}: run python3 scripts/test.py --lock"
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"https?://|file:", text)


def test_no_fenced_code_on_a_page_but_what_the_machinery_renders() -> None:
    fences = [
        (page.name, found[1])
        for page in DOCS.rglob("*.md")
        for found in re.finditer(r"^\s*(?:```+|~~~+)[ ]*(\S+)", page.read_text("utf-8"), re.M)
    ]
    assert len(fences) > 50
    assert {name for _, name in fences} <= FENCES


def tracked() -> list[str]:
    """Return the repository's files as git knows them, new ones included."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("platform: this is no git clone")
    return [name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def test_the_top_level_holds_nothing_unknown() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP_LEVEL


def test_no_file_names_this_machine_or_leaves_work_behind() -> None:
    wrong = re.compile(r"/root/|/work/|/home/\w+/|\bTODO\b|\bFIXME\b|\bXXX\b")
    for name in tracked():
        if name.endswith((".woff2", ".svg")) or name == "tests/test_style.py":
            continue
        text = (ROOT / name).read_text("utf-8")
        found = wrong.search(text)
        assert not found, f"{name}: {found[0]}"


def test_docs_holds_no_python_and_examples_never_import_the_scripts() -> None:
    # But what Python in the reader's page consists of: an asset as its JavaScript is.
    assert {file.parent for file in DOCS.rglob("*.py")} <= {DOCS / "assets" / "run"}
    for file in (ROOT / "examples").rglob("*.py"):
        assert not re.search(r"^\s*(?:from|import) nexus\b", file.read_text("utf-8"), re.M), file


def test_every_abbreviation_is_in_the_glossary_or_explains_itself() -> None:
    text = (DOCS / "reference" / "abbreviations.txt").read_text("utf-8")
    for line in text.splitlines():
        assert re.fullmatch(r"\*\[[\w/]+\]: .{8,}", line), line
