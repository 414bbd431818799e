"""Runs every example as a reader would and compares what it prints with its record."""

import os
from pathlib import PurePosixPath

import pytest

import nexus.paths
from conftest import FAST, prints_its_record
from nexus.examples import Example, every
from nexus.pythons import others
from nexus.records import check, missing_needs
from nexus.running import pytest_in_copy
from nexus.versions import is_plain

# Set by `scripts/test.py examples/…`: only what lies at or under these paths.
ONLY = [PurePosixPath(path) for path in os.environ.get("NEXUS_EXAMPLES", "").splitlines()]


def wanted(example: Example) -> bool:
    """Whether this run is asked to look at ``example``."""
    return not ONLY or any(path in (example.path, *example.path.parents) for path in ONLY)


SERVERS = {"postgres", "redis", "rabbitmq", "docker"}
EXAMPLES = [example for example in every() if wanted(example)]
# Last those on servers: in a whole run, the board's suites are busy with theirs at first.
RUNNABLE = sorted(
    (example for example in EXAMPLES if example.runs),
    key=lambda example: (bool(SERVERS & example.needs), example.path),
)
FOLDERS = sorted({example.path.parent for example in EXAMPLES if example.is_test})


def leave_out_unless_possible(example: Example) -> None:
    """Skip ``example`` where the machine lacks what it needs; the summary lists it."""
    servers = SERVERS & example.needs
    if FAST and servers:
        pytest.skip(f"fast: {example.path} needs {', '.join(sorted(servers))}")
    missing = missing_needs(example)
    if {"windows", "posix", "bash"}.intersection(missing):
        pytest.skip(f"platform: {example.path} needs {', '.join(missing)}")
    if missing:
        pytest.skip(f"{example.path} needs {', '.join(missing)}")


@pytest.mark.parametrize("example", RUNNABLE, ids=lambda example: str(example.path))
def test_prints_what_is_recorded(example: Example) -> None:
    leave_out_unless_possible(example)
    check(example)


@pytest.mark.parametrize("python", others(), ids=lambda python: f"python{python.version}")
def test_prints_the_same_on_other_pythons(python) -> None:
    plain = [example for example in RUNNABLE if is_plain(example) and not missing_needs(example)]
    wrong = []
    for example in plain:
        try:
            check(example, str(python.path))
        except AssertionError:
            raise
        except Exception as error:  # collected, so that one run shows them all
            wrong.append(str(error))
    print(f"{len(plain)} examples on Python {python.version}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("folder", FOLDERS or [None], ids=str)
def test_passes_its_own_tests(folder: PurePosixPath | None) -> None:
    if folder is not None:
        done = pytest_in_copy(nexus.paths.EXAMPLES / folder)
        assert done.returncode == 0, done.stdout


def test_powershell_examples_parse() -> None:
    import tree_sitter_powershell
    from tree_sitter import Language, Parser

    parser = Parser(Language(tree_sitter_powershell.language()))
    for example in EXAMPLES:
        if example.path.suffix == ".ps1":
            assert not parser.parse(example.text.encode()).root_node.has_error, example.path


def test_run_command_shows_an_example() -> None:
    example = next(
        (example for example in RUNNABLE if is_plain(example) and example.record.exists()), None
    )
    if example is None:
        return
    prints_its_record(example)
