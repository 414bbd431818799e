"""What the build promises: strict, the same bytes for the same commit, clear errors."""

import filecmp
import os
import subprocess
from pathlib import Path

import pytest

from conftest import Site, build, command

posix = pytest.mark.skipif(os.name == "nt", reason="platform: links to folders need a POSIX system")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} is not in {file}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def difference(one: Path, two: Path) -> list[str]:
    """Return the paths that exist on one side only or differ in a byte."""
    found = []
    compared = filecmp.dircmp(one, two)
    queue = [(compared, Path())]
    while queue:
        here, at = queue.pop()
        found += [str(at / name) for name in here.left_only + here.right_only]
        for name in here.common_files:
            if (one / at / name).read_bytes() != (two / at / name).read_bytes():
                found.append(str(at / name))
        queue += [(below, at / name) for name, below in here.subdirs.items()]
    return found


@pytest.mark.slow("one more build of the site")
def test_two_builds_of_the_same_commit_are_the_same_bytes(site: Site, tmp_path: Path) -> None:
    build(tmp_path / "again", site.url)
    assert sum(1 for _ in site.folder.rglob("*.html")) > 30
    assert difference(site.folder, tmp_path / "again") == []


@posix
@pytest.mark.slow("one more build of the site")
def test_outside_git_the_site_builds_and_says_what_it_left_out(clone: Path) -> None:
    done = command(
        "scripts/build.py", "--no-run", cwd=clone, GIT_CEILING_DIRECTORIES=str(clone.parent)
    )
    assert done.returncode == 0, done.stdout
    assert "Left out: “last updated” dates" in done.stdout
    assert (clone / "site" / "index.html").is_file()
    assert "git-revision-date" not in (clone / "site/python/values/index.html").read_text("utf-8")


@posix
@pytest.mark.slow("one more build of the site")
def test_pages_say_when_they_were_updated(clone: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    moment = "2026-03-02T09:30:00+00:00"
    stamp = os.environ | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    for arguments in (["init", "-q"], ["add", "docs"], ["commit", "-q", "-m", "Add pages"]):
        subprocess.run([*git, *arguments], cwd=clone, env=stamp, check=True)
    done = command("scripts/build.py", "--no-run", cwd=clone)
    assert done.returncode == 0, done.stdout
    assert "2026-03-02" in (clone / "site/python/values/index.html").read_text("utf-8")


LESSON = "docs/python/values.md"
# What is broken -> (file, old text, new text, what the build must say).
BREAKS = {
    "section": (
        "docs/contributing/examples.md",
        "greet.py:greeting\n```",
        "greet.py:greetings\n```",
        "docs/contributing/examples.md:20: example: there is no section greetings",
    ),
    "file": (
        LESSON,
        "python/values/names.py\n",
        "python/values/nmaes.py\n",
        "did you mean python/values/names.py?",
    ),
    "front matter key": (LESSON, "kind: lesson", "kynd: lesson", "key kynd is not known"),
    "front matter YAML": (
        LESSON,
        "title: Values, names and types",
        "title: Values: names and types",
        f"{LESSON}:2: front-matter: invalid YAML, mapping values are not allowed here",
    ),
    "hand-typed code": (
        LESSON,
        "## How it works\n",
        "## How it works\n\n```python\nprint(1)\n```\n",
        "code: a fenced block with python holds hand-typed code",
    ),
    "syntax of an example": (
        "examples/python/values/names.py",
        "print(",
        "print((",
        "readable: syntax error",
    ),
}


@posix
@pytest.mark.parametrize("name", BREAKS)
def test_a_break_that_the_linter_finds_stops_the_build(name: str, clone: Path) -> None:
    file, old, new, message = BREAKS[name]
    edit(clone / file, old, new)
    done = command("scripts/build.py", "--no-run", cwd=clone)
    assert done.returncode == 1
    assert message in done.stdout
    assert not (clone / "site").exists()


LINKS = {
    "link": ("[Run any example](run.md)", "[Run any example](walk.md)", "'walk.md'"),
    "anchor": ("[Run any example](run.md)", "[Run any example](run.md#fast)", "'#fast'"),
}


@posix
@pytest.mark.slow("two more builds of the site")
@pytest.mark.parametrize("name", LINKS)
def test_a_broken_link_or_anchor_stops_the_build(name: str, clone: Path) -> None:
    old, new, message = LINKS[name]
    edit(clone / "docs/start/setup.md", old, new)
    done = command("scripts/build.py", "--no-run", cwd=clone)
    assert done.returncode == 1
    assert "start/setup.md" in done.stdout
    assert message in done.stdout


DRIFTS = {
    "code": ("examples/start/run/first.py", "in {days} days", "in about {days} days"),
    "output": ("examples/start/run/first.py.out", "7 days", "8 days"),
}


@posix
@pytest.mark.parametrize("name", DRIFTS)
def test_an_example_that_drifts_from_its_record_fails_the_tests(name: str, clone: Path) -> None:
    file, old, new = DRIFTS[name]
    edit(clone / file, old, new)
    done = command("scripts/test.py", "--fast", "examples/start/run/first.py", cwd=clone)
    assert done.returncode == 1
    assert "examples/start/run/first.py.out:1: record: the output of" in done.stdout
    assert "python3 scripts/test.py --record examples/start/run/first.py" in done.stdout


@posix
@pytest.mark.parametrize("where", [".", "docs", "full"])
def test_build_refuses_a_folder_that_holds_something_else(where: str, clone: Path) -> None:
    (clone / "full").mkdir()
    (clone / "full" / "keep.txt").write_text("mine")
    done = command("scripts/build.py", "--out", where, cwd=clone)
    assert done.returncode == 1
    assert "name another folder" in done.stdout
    assert (clone / "full" / "keep.txt").exists()
    assert (clone / "docs" / "index.md").exists()


@posix
@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("page", "python/dates"),
        ("chapter", "streaming"),
        ("challenge", "slow_list"),
        ("error", "key_error"),
    ],
)
def test_a_new_page_is_valid_from_the_start(kind: str, path: str, clone: Path) -> None:
    done = command("scripts/new.py", kind, path, 'Days: "now" & then', cwd=clone)
    assert done.returncode == 0, done.stdout
    made = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("made")]
    page = next(name for name in made if name.endswith(".md"))
    assert page.removeprefix("docs/") in (clone / "mkdocs.yml").read_text("utf-8")
    linted = command("scripts/test.py", page, cwd=clone)
    assert linted.returncode == 0, linted.stdout
    folder = str(Path(next(name for name in made if name.endswith("first.py"))).parent)
    tested = command("scripts/test.py", "--fast", folder, cwd=clone)
    assert tested.returncode == 0, tested.stdout
    again = command("scripts/new.py", kind, path, "Again", cwd=clone)
    assert again.returncode == 1
    assert "exists already" in again.stdout
