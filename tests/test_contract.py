"""Proves the example contract on real files in a temporary `examples/` folder."""

import contextlib
import io
import logging
import os
import re
import socket
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from types import SimpleNamespace

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import nexus.examples
import nexus.extension
import nexus.fence
import nexus.pages
import nexus.paths
import nexus.publish
import nexus.running
import nexus.runtimes
from nexus import lending, publish, records
from nexus.examples import Example, every_path, load
from nexus.kinds import BY_NAME, BY_SUFFIX
from nexus.normalize import _RULES, normalize
from nexus.paths import CONFIG, EXAMPLES, LOCK, ROOT
from nexus.problems import ExampleError
from nexus.records import check, missing_needs, record
from nexus.running import commands, pytest_in_copy, run
from nexus.versions import is_plain, verified_with

PAGE = "part/page"  # the page whose folder holds the examples of most tests
RECORD = "run `python3 scripts/test.py --record examples/part/page/"

needs_bash = pytest.mark.skipif(os.name == "nt", reason="platform: bash runs .console examples")

Write = Callable[..., Example]
Render = Callable[..., str]


@pytest.fixture
def examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty `examples/` folder that every module reads instead of the real one."""
    root = tmp_path.resolve()
    for name, module in list(sys.modules.items()):
        if name.startswith("nexus.") and hasattr(module, "EXAMPLES"):
            monkeypatch.setattr(module, "EXAMPLES", root / "examples")
    monkeypatch.setattr(nexus.paths, "ROOT", root)  # messages name files from here
    for name in ("REPO_URL", "REPO_COMMIT"):
        monkeypatch.delenv(name, raising=False)
    (root / "examples").mkdir()
    return root / "examples"


@pytest.fixture
def write(examples: Path) -> Write:
    """A function that writes one file (and its record) under `examples/` and loads it."""

    def written(name: str, content: str | bytes, recorded: str | bytes | None = None) -> Example:
        file = examples / (name if "/" in name else f"{PAGE}/{name}")
        file.parent.mkdir(parents=True, exist_ok=True)
        for path, data in ((file, content), (file.with_name(f"{file.name}.out"), recorded)):
            if data is not None:
                path.write_bytes(data.encode() if isinstance(data, str) else data)
        # Both remember files by their time of change, which two quick writes may share.
        nexus.examples._load.cache_clear()
        nexus.publish._zip.cache_clear()
        return load(file.relative_to(examples).as_posix())

    return written


def refused(call: Callable[..., object], *arguments: object) -> str:
    """Return the message with which ``call`` refuses ``arguments``."""
    with pytest.raises(ExampleError) as caught:
        call(*arguments)
    return str(caught.value)


# Loading


@pytest.mark.parametrize(
    ("path", "mend"),
    [
        ("part/page/nmaes.py", "did you mean part/page/names.py?"),
        ("zzz.toml", "create examples/zzz.toml"),
        ("z" * 300, f"create examples/{'z' * 300}"),
        ("part/page", "did you mean part/page/names.py?"),
    ],
)
def test_a_missing_file_is_named_with_the_nearest(write: Write, path: str, mend: str) -> None:
    write("names.py", "")
    assert refused(load, path) == f"examples/{path}:1: example: there is no such file: {mend}"


def test_a_path_cannot_leave_the_folder(write: Write, examples: Path) -> None:
    inside = write("names.py", "")
    (examples.parent / "secret.py").write_text("key = 1\n", "utf-8")
    absolute = [str(inside.file)] * (os.name != "nt")  # PurePosixPath knows no drives
    for path in ("../secret.py", f"{PAGE}/../../../secret.py", *absolute):
        assert "there is no such file" in refused(load, path)


LONG = "time-limit: wants 1 to 300: write whole seconds"
NEEDS = (
    "use one of board, postgres, redis, rabbitmq, docker, network, packages, node, subprocess, "
    "threads, files, bash, windows, posix"
)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.exe", "", "1: example: this kind of file is not known: add it to nexus/kinds.py"),
        ("a.py", b"\xff\xfe", "1: example: the file is not UTF-8: save it as UTF-8"),
        (
            "a.py",
            "# needs: threads, quantum\n",
            f"1: example: needs: quantum is not known: {NEEDS}",
        ),
        (
            "a.py",
            "# needs: threads\n# raises: Key Error\n",
            "2: example: raises: wants one name: write `# raises: KeyError`",
        ),
        ("a.py", "# time-limit: 0\n", f"1: example: {LONG}"),
        ("a.py", "# time-limit: 301\n", f"1: example: {LONG}"),
        ("a.py", "# time-limit: 1.5\n", f"1: example: {LONG}"),
        ("a.py", "# where: moon\n", "1: example: where: moon is not known: write `repository`"),
        (
            "a.py",
            "# --8<-- [start:x]\n# --8<-- [end:x]\n# --8<-- [start:x]\n",
            "3: example: section x starts twice: give it another name",
        ),
        (
            "a.console",
            "ls\n# --8<-- [start:x]\n",
            "2: example: section x never ends: add [end:x]",
        ),
        (
            "a.py",
            "x = 1\n\n    # --8<-- [end:x]\n",
            "3: example: section x ends but never started: add [start:x]",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(
    write: Write, name: str, content: str | bytes, expected: str
) -> None:
    assert refused(write, name, content) == f"examples/{PAGE}/{name}:{expected}"


def test_directives_are_read_from_the_top_only(write: Write) -> None:
    example = write(
        "a.py",
        "# needs: threads, files\n# raises: KeyError\n# time-limit: 300\n# where: repository\n"
        "print(1)\n# time-limit: 5\n",
    )
    assert example.needs == {"threads", "files"}
    assert example.raises == "KeyError"
    assert example.time_limit == 300
    assert example.in_repository
    plain = write("b.py", "print(1)\n")
    assert (plain.needs, plain.raises, plain.time_limit) == (frozenset(), None, 20)
    assert not plain.in_repository


def test_a_kind_brings_its_own_needs(write: Write) -> None:
    assert write("a.console", "# needs: network\nls\n").needs == {"network", "bash"}


def test_two_lines_of_needs_add_up(write: Write) -> None:
    assert write("a.py", "# needs: threads\n# needs: files\n").needs == {"threads", "files"}


def test_an_environment_file_may_have_its_usual_name(write: Write) -> None:
    assert write(".env", "DEBUG=1\n").kind.label == "Environment file"


def test_a_changed_file_is_read_again(write: Write, examples: Path) -> None:
    write("a.py", "x = 1\n")
    file = examples / PAGE / "a.py"
    file.write_bytes(b"x = 2\n")
    os.utime(file, (1, 1))
    assert load(f"{PAGE}/a.py").text == "x = 2\n"


SECTIONS = """\
# needs: threads

import sys


class Board:
    # --8<-- [start:title]

    def title(self):
        # --8<-- [start:body]
        return "Board"
        # --8<-- [end:body]

    # --8<-- [end:title]

"""


@pytest.mark.parametrize(
    ("section", "text", "numbers"),
    [
        (
            None,
            'import sys\n\n\nclass Board:\n\n    def title(self):\n        return "Board"\n',
            [3, 4, 5, 6, 8, 9, 11],
        ),
        ("title", 'def title(self):\n    return "Board"\n', [9, 11]),
        ("body", 'return "Board"\n', [11]),
    ],
)
def test_shows_neither_directives_nor_marks(
    write: Write, section: str | None, text: str, numbers: list[int]
) -> None:
    assert write("a.py", SECTIONS).shown(section) == (text, numbers)


def test_an_unknown_section_is_not_shown(write: Write) -> None:
    with pytest.raises(KeyError):
        write("a.py", SECTIONS).shown("nowhere")


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("a.py", True),
        ("a.console", True),
        ("a.toml", False),
        ("test_a.py", False),
        ("conftest.py", False),
        ("broken_a.py", False),
        ("part/page/package/a.py", False),
    ],
)
def test_only_what_stands_alone_runs(write: Write, name: str, runs: bool) -> None:
    write("part/page/package/__init__.py", "")
    assert write(name, "").runs is runs


def test_a_project_is_one_folder_whose_files_do_not_run_by_themselves(write: Write) -> None:
    write("board/pytest.ini", "")
    runs = {
        name: write(f"board/{name}", "").runs
        for name in ("manage.py", "test_board.py", "people/models.py", "start.console")
    }
    assert runs == {
        "manage.py": False,
        "test_board.py": False,
        "people/models.py": False,
        "start.console": True,
    }
    inner = load("board/people/models.py")
    assert (inner.page, inner.is_test) == (PurePosixPath("board"), False)
    assert (
        "board/people/models.py"
        in zipfile.ZipFile(io.BytesIO(dict(publish.files())["examples/board.zip"])).namelist()
    )


def test_records_and_caches_are_no_examples(write: Write, examples: Path) -> None:
    write("a.py", "print(1)\n", "1\n")
    write("part/page/__pycache__/a.txt", "")
    (examples / PAGE / "a.pyc").write_bytes(b"")
    assert every_path() == [PurePosixPath(PAGE, "a.py")]


# Running


def test_both_outputs_keep_their_order(write: Write) -> None:
    code = "import sys\nprint(1)\nprint(2, file=sys.stderr)\nprint(3)\n"
    assert run(write("a.py", code)).output == "1\n2\n3\n"


def test_output_has_both_streams_and_the_status(write: Write) -> None:
    code = "import sys\nprint(1, flush=True)\nprint(2, file=sys.stderr)\nsys.exit(3)\n"
    result = run(write("a.py", code))
    assert (result.output, result.status) == ("1\n2\n", 3)
    assert 0 < result.seconds < 20


def test_line_ends_become_newlines(write: Write) -> None:
    code = 'import sys\nsys.stdout.buffer.write(b"a  \\r\\nb\\rc\\n\\n\\n")\n'
    assert run(write("a.py", code)).output == "a\nb\nc\n"


def test_bytes_that_are_no_text_are_shown_as_such(write: Write) -> None:
    code = 'import sys\nsys.stdout.buffer.write(b"\\xff\\n")\n'
    assert run(write("a.py", code)).output == "\N{REPLACEMENT CHARACTER}\n"


def test_runs_in_a_copy_that_vanishes(write: Write, examples: Path, tmp_path: Path) -> None:
    write("data.txt", "data\n")
    code = f"""\
from pathlib import Path
print(Path("data.txt").read_text(), Path("a.py.out").exists())
Path("data.txt").write_text("changed")
Path("made.txt").write_text("made")
Path({str(tmp_path)!r}, "where").write_text(str(Path.cwd()), "utf-8")
"""
    assert run(write("a.py", code, "old\n")).output == "data\n False\n"
    names = {file.name for file in (examples / PAGE).iterdir()}
    assert names == {"data.txt", "a.py", "a.py.out"}
    assert (examples / PAGE / "data.txt").read_text("utf-8") == "data\n"
    assert not Path((tmp_path / "where").read_text("utf-8")).exists()


SCRIPT = """\
# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
import importlib.util
print(importlib.util.find_spec("django"))
"""


def test_a_script_with_metadata_gets_its_own_packages_and_no_others(write: Write) -> None:
    assert "Unable to find lockfile" in run(write("a.py", SCRIPT)).output
    write("a.py.lock", 'version = 1\nrevision = 5\nrequires-python = ">=3.11"\n')
    assert run(write("a.py", SCRIPT)).output == "None\n"


def test_a_script_with_metadata_says_its_own_versions_and_stays_out_of_pages(write: Write) -> None:
    text = SCRIPT.replace("[]", '["graphene==3.4.3"]').replace("importlib.util", "django")
    script = write("a.py", text)
    assert script.needs == {"packages"}
    assert verified_with(script) == f"graphene 3.4.3, {python_span()}"


def test_imports_siblings_and_runs_in_its_own_folder(write: Write) -> None:
    write("part/page/deep/sibling.py", "name = 'sibling'\n")
    write("part/page/deep/data.txt", "data\n")
    write("part/page/above.txt", "above\n")
    code = (
        "import sibling\nprint(sibling.name, open('data.txt').read(), open('../above.txt').read())"
    )
    assert run(write("part/page/deep/a.py", code)).output == "sibling data\n above\n"


@pytest.mark.parametrize(
    ("name", "command"),
    [
        pytest.param("a.console", "test -f mkdocs.yml", marks=needs_bash),
        ("a.py", "open('mkdocs.yml').close()"),
    ],
)
def test_runs_in_the_repository_when_it_says_so(write: Write, name: str, command: str) -> None:
    def works(head: str) -> bool:
        result = run(write(name, f"{head}{command}\n"))
        return result.status == 0 and "[exit status" not in result.output

    assert not works("")
    assert works("# where: repository\n")


@pytest.mark.parametrize("name", ["board/manage.py", "loose.py"])
def test_an_example_outside_a_page_folder_copies_only_its_folder(
    examples: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = (examples / name).parent
    folder.mkdir(exist_ok=True)
    (examples / name).write_bytes(b"print(1)\n")
    copied: list[Path] = []
    monkeypatch.setattr(
        "nexus.running.shutil.copytree", lambda source, *_, **__: copied.append(source)
    )
    with contextlib.suppress(OSError):
        run(load(name))
    assert copied == [folder]


def test_a_page_may_be_called_output(write: Write) -> None:
    assert run(write("part/output/a.py", "print(1)\n")).output == "1\n"


def test_paths_are_shown_without_the_temporary_folder(write: Write) -> None:
    code = """\
from pathlib import Path
here = Path.cwd()
for path in (here, here / "a.py", here.parent, here.parent / "b.py", here.parent.parent / "c.py"):
    print(path.as_posix())
"""
    expected = "<folder>\na.py\n<folder>\nb.py\nc.py\n"
    assert run(write("part/page/deep/a.py", code)).output == expected


def test_nobody_types_into_an_example(write: Write) -> None:
    example = write("a.py", "# raises: EOFError\nprint(input())\n")
    keyboard, typing = os.pipe()
    os.write(typing, b"typed\n")
    before = os.dup(0)
    os.dup2(keyboard, 0)
    try:
        assert "EOFError" in run(example).output
    finally:
        os.dup2(before, 0)
        for descriptor in (keyboard, typing, before):
            os.close(descriptor)


HANGS = (
    "examples/part/page/a.py:1: hangs: {}: "
    "make it end by itself, or raise the limit with `# time-limit: SECONDS`"
)


def test_a_hanging_example_ends_at_its_limit(write: Write) -> None:
    example = write("a.py", "# time-limit: 1\nwhile True:\n    pass\n")
    began = time.monotonic()
    assert refused(run, example) == HANGS.format("still running after 1 s")
    assert 1 <= time.monotonic() - began < 10


def test_endless_printing_is_stopped(write: Write) -> None:
    example = write("a.py", "while True:\n    print('x' * 1000)\n")
    assert refused(run, example) == HANGS.format("printed more than 100,000 bytes")


def test_printing_too_much_is_refused_however_fast_it_ends(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleep = time.sleep
    monkeypatch.setattr("nexus.running.time.sleep", lambda _: sleep(0.5))
    example = write("a.py", "print('x' * 300_000)\n")
    assert refused(run, example) == HANGS.format("printed more than 100,000 bytes")


STARTS_A_CHILD = """\
# time-limit: {limit}
import subprocess, sys
child = '''
import socket, time
connection = socket.create_connection(("127.0.0.1", {port}))
print("connected", flush=True)
time.sleep(30)
'''
process = subprocess.Popen([sys.executable, "-c", child], stdout=subprocess.PIPE)
process.stdout.readline()
{then}
"""


@pytest.mark.parametrize(
    ("then", "limit"),
    [
        ("process.wait()", 2),
        pytest.param(
            "",
            20,
            marks=pytest.mark.skipif(
                os.name == "nt", reason="platform: Windows has no process groups to end"
            ),
        ),
    ],
    ids=["hangs", "ends"],
)
def test_no_child_process_outlives_an_example(write: Write, then: str, limit: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        example = write("a.py", STARTS_A_CHILD.format(port=port, then=then, limit=limit))
        if then:
            assert "still running after 2 s" in refused(run, example)
        else:
            assert run(example).status == 0
        server.settimeout(10)
        connection, _ = server.accept()
        with connection, contextlib.suppress(ConnectionResetError):
            connection.settimeout(5)
            assert connection.recv(1) == b""  # the child's end is closed: it is gone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("echo a\n\n# a comment\n  # another\necho b\n", ["echo a", "echo b"]),
        ("echo a \\\n  b \\\n  c\necho d\n", ["echo a \\\n  b \\\n  c", "echo d"]),
        ("cat <<END\na\n\n# kept\nEND\nls\n", ["cat <<END\na\n\n# kept\nEND", "ls"]),
        ("cat > f <<'E O'\nls\n", ["cat > f <<'E O'\nls"]),
        ('cat <<-"END" | sort\n\ta\n\tEND\nls\n', ['cat <<-"END" | sort\n\ta\n\tEND', "ls"]),
        ("cat <<END\nnever ended\n", ["cat <<END\nnever ended"]),
        ("", []),
    ],
)
def test_a_transcript_splits_into_commands(text: str, expected: list[str]) -> None:
    assert commands(text) == expected


@pytest.mark.parametrize("line", ["cat <<< word", "echo $((1 << width))", "echo $((1<<4))"])
def test_only_a_here_document_goes_on_in_the_next_line(line: str) -> None:
    assert commands(f"{line}\nls\n") == [line, "ls"]


@needs_bash
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("echo one\necho two >&2\n", "$ echo one\none\n$ echo two >&2\ntwo\n"),
        ("echo a \\\n  b\n", "$ echo a \\\n>   b\na b\n"),
        (
            "cat > note.txt <<'END'\n$HOME 'q'\nEND\ncat note.txt\n",
            "$ cat > note.txt <<'END'\n> $HOME 'q'\n> END\n$ cat note.txt\n$HOME 'q'\n",
        ),
        ("(exit 3)\necho on\n", "$ (exit 3)\n[exit status 3]\n$ echo on\non\n"),
        (
            'mkdir sub && cd sub\nname=Ada\nhi() { echo "Hi $1"; }\nhi $name\nls ..\n',
            '$ mkdir sub && cd sub\n$ name=Ada\n$ hi() { echo "Hi $1"; }\n'
            "$ hi $name\nHi Ada\n$ ls ..\na.console\nsub\n",
        ),
        (
            'python -c "import sys; print(sys.prefix != sys.base_prefix)"\n',
            '$ python -c "import sys; print(sys.prefix != sys.base_prefix)"\n'
            f"{sys.prefix != sys.base_prefix}\n",
        ),
        ("# needs: posix\n# --8<-- [start:x]\necho x\n# --8<-- [end:x]\n", "$ echo x\nx\n"),
    ],
    ids=["both-outputs", "continuation", "here-document", "status", "state", "python", "marks"],
)
def test_a_transcript_shows_commands_with_their_output(
    write: Write, text: str, expected: str
) -> None:
    result = run(write("a.console", text))
    assert (result.output, result.status) == (expected, 0)


@needs_bash
def test_what_bash_says_is_what_a_reader_sees(write: Write) -> None:
    assert run(write("a.console", "no-such-command\n")).output == (
        "$ no-such-command\nbash: no-such-command: command not found\n[exit status 127]\n"
    )


LEAKS = {
    "PYTHONPATH": "leak",
    "PYTEST_ADDOPTS": "-x",
    "COVERAGE_PROCESS_START": "leak",
    "VIRTUAL_ENV": "leak",
    "CI": "true",
    "GITHUB_TOKEN": "leak",
    "FORCE_COLOR": "1",
}
PRINTS_LEAKS = f"import os\nprint(sorted(set({list(LEAKS)!r}) & set(os.environ)))\n"


def test_our_own_settings_do_not_leak(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in LEAKS.items():
        monkeypatch.setenv(name, value)
    assert run(write("a.py", PRINTS_LEAKS)).output == "[]\n"


def test_the_settings_of_our_commands_do_not_leak(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEXUS_FAST", "1")
    example = write("a.py", "import os\nprint('NEXUS_FAST' in os.environ)\n")
    assert run(example).output == "False\n"


@needs_bash
def test_bash_reads_nobodys_settings(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "settings.sh").write_text("echo mine\n", "utf-8")
    monkeypatch.setenv("BASH_ENV", str(tmp_path / "settings.sh"))
    assert run(write("a.console", "true\n")).output == "$ true\n"


def test_an_example_sees_utf8_and_a_plain_terminal(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("COLUMNS", "40")
    code = """\
import os, shutil, sys, time
print("ä → 日本", sys.stdout.encoding, open("a.py").encoding)
print(os.environ["TZ"], time.localtime(0).tm_hour, shutil.get_terminal_size().columns)
"""
    assert run(write("a.py", code)).output == "ä → 日本 utf-8 utf-8\nUTC 0 80\n"


@pytest.mark.parametrize(("expected", "status"), [(2, 0), (3, 1)])
def test_the_tests_of_a_folder_run_in_a_copy(
    write: Write, examples: Path, expected: int, status: int
) -> None:
    write("a.py", "two = 2\n")
    test = f"def test_two():\n    assert two == {expected}\n"
    write("test_a.py", f"from a import two\nopen('made.txt', 'w').close()\n\n{test}")
    done = pytest_in_copy(examples / PAGE)
    assert done.returncode == status, done.stdout
    assert {file.name for file in (examples / PAGE).iterdir()} == {"a.py", "test_a.py"}


# Records


@pytest.mark.parametrize(
    ("name", "code", "recorded"),
    [
        ("a.py", "print('Ada')\n", "Ada\n"),
        ("a.py", "x = 1\n", None),
        ("a.py", "print('Ada')\n", "Ada\r\n"),  # as a checkout on Windows may have it
    ],
    ids=["same", "silent", "windows"],
)
def test_what_is_recorded_passes(write: Write, name: str, code: str, recorded: str | None) -> None:
    assert check(write(name, code, recorded)).status == 0


def test_a_fixed_date_passes_on_its_own_day(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SimpleNamespace(now=lambda zone: datetime(2031, 3, 2, 12, tzinfo=zone))
    monkeypatch.setattr("nexus.normalize.datetime", clock)
    check(write("a.py", "print('2031-03-02 09:30:00')\n", "2031-03-02 09:30:00\n"))


def test_a_changed_output_is_refused_with_its_first_line_and_a_diff(write: Write) -> None:
    example = write("a.py", "print('one')\nprint('TWO')\nprint('three')\n", "one\ntwo\nthree\n")
    assert refused(check, example) == (
        "examples/part/page/a.py.out:2: record: "
        "the output of examples/part/page/a.py has changed\n"
        "    --- recorded\n    +++ now\n    @@ -1,3 +1,3 @@\n"
        "     one\n    -two\n    +TWO\n     three: "
        f"if the new output is right, {RECORD}a.py`"
    )


@pytest.mark.parametrize(
    ("code", "recorded", "line"),
    [("print(1)\nprint(2)\n", "1\n", 2), ("print(1)\n", "1\n2\n", 2), ("", "1\n", 1)],
    ids=["more", "less", "nothing"],
)
def test_a_longer_or_shorter_output_is_refused(
    write: Write, code: str, recorded: str, line: int
) -> None:
    said = refused(check, write("a.py", code, recorded))
    assert said.startswith(f"examples/part/page/a.py.out:{line}: record: ")


def test_a_missing_record_is_refused(write: Write) -> None:
    assert refused(check, write("a.py", "print(1)\n")) == (
        f"examples/part/page/a.py:1: record: it prints, but has no recorded output: {RECORD}a.py`"
    )


def test_a_failing_example_is_refused_at_the_line_of_its_traceback(write: Write) -> None:
    code = "def fail():\n    return 1 / 0\n\n\nfail()\n"
    said = refused(check, write("a.py", code, "recorded\n"))
    assert said.startswith(
        "examples/part/page/a.py:2: fails: it ended with exit status 1\n"
        "Traceback (most recent call last):\n"
    )
    assert said.endswith(
        "ZeroDivisionError: division by zero: "
        "mend it, or say what it must end in: `# raises: NameOfTheError`"
    )


def test_a_failing_example_in_the_repository_is_refused_at_its_line(
    write: Write, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nexus.running, "ROOT", examples.parent)
    said = refused(check, write("a.py", "# where: repository\n\n1 / 0\n"))
    assert said.startswith("examples/part/page/a.py:3: fails: ")


def test_a_failing_transcript_is_refused_at_its_first_line(write: Write) -> None:
    if os.name == "nt":
        pytest.skip("platform: bash runs .console examples")
    said = refused(check, write("a.console", "exit 4\n"))
    assert said.startswith("examples/part/page/a.console:1: fails: it ended with exit status 4\n")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KeyError", "{}['a']"),
        ("AssertionError", "assert False"),
        ("JSONDecodeError", "import json; json.loads('')"),
        ("ExceptionGroup", "raise ExceptionGroup('two', [ValueError(1), KeyError(2)])"),
        ("BoardError", "class BoardError(Exception): pass\nraise BoardError('full')"),
        ("SyntaxError", "x = ("),
        ("NameError", "def f():\n    missing\nf()"),
        pytest.param(
            "BoardError",
            "def f():\n    class BoardError(Exception): pass\n    raise BoardError\nf()",
        ),
        ("ValueError", "try: {}['a']\nexcept KeyError as error: raise ValueError('b') from error"),
    ],
)
def test_the_error_that_an_example_names_passes(write: Write, name: str, code: str) -> None:
    example = write("a.py", f"# raises: {name}\n{code}\n")
    record(example)
    assert name in example.record.read_text("utf-8")
    assert check(example).status == 1


CAUGHT = "import traceback\ntry:\n    {}['a']\nexcept KeyError:\n    traceback.print_exc()\n"
CHAINED = "try:\n    {}['a']\nexcept KeyError as error:\n    raise ValueError('b') from error\n"
GROUP = "raise ExceptionGroup('two', [ValueError(1), KeyError(2)])\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KeyError", "int('x')"),
        ("KeyError", "print('done')"),
        ("Error", "{}['a']"),
        ("KeyError", "raise LookupError('KeyError: not me')"),
        ("KeyError", "print('KeyError: printed')"),
        ("KeyError", CAUGHT),
        ("KeyError", CHAINED),
        ("KeyError", GROUP),
        ("KeyError", "print('KeyError: printed')\nraise SystemExit(1)"),
    ],
    ids=[
        "other",
        "none",
        "part-of-name",
        "in-text",
        "printed",
        "caught",
        "cause",
        "member",
        "exit",
    ],
)
def test_another_end_than_the_named_error_is_refused(write: Write, name: str, code: str) -> None:
    said = refused(check, write("a.py", f"# raises: {name}\n{code}\n"))
    first = f"examples/part/page/a.py:1: raises: it says it raises {name}, but did not end in it\n"
    assert said.startswith(first)
    assert said.endswith(": mend the example or its `# raises:` line")


def test_recording_writes_what_was_printed_once(write: Write) -> None:
    example = write("a.py", 'import sys\nsys.stdout.buffer.write("a→\\r\\nb".encode())\n')
    assert record(example)
    assert example.record.read_bytes() == "a→\nb\n".encode()
    assert not record(example)
    check(example)


def test_recording_removes_the_record_of_what_prints_nothing(write: Write) -> None:
    example = write("a.py", "x = 1\n", "old\n")
    assert record(example)
    assert not example.record.exists()
    assert not record(example)


def test_recording_refuses_what_differs_from_run_to_run(write: Write) -> None:
    example = write("a.py", "import time\nprint(time.time_ns())\n", "old\n")
    said = refused(record, example)
    assert said.startswith(
        "examples/part/page/a.py:1: record: two runs gave different outputs\n    --- recorded\n"
    )
    assert said.endswith(": print something stable, or add a rule to nexus/normalize.py")
    assert example.record.read_text("utf-8") == "old\n"


def test_recording_refuses_what_fails(write: Write) -> None:
    example = write("a.py", "print(1 / 0)\n", "old\n")
    assert "a.py:1: fails: " in refused(record, example)
    assert example.record.read_text("utf-8") == "old\n"


@pytest.mark.parametrize(("engine", "lacks"), [(False, ["docker", "redis"]), (True, ["redis"])])
def test_what_a_machine_lacks_is_listed(
    write: Write, monkeypatch: pytest.MonkeyPatch, engine: bool, lacks: list[str]
) -> None:
    monkeypatch.setattr(records, "engine", lambda: engine)
    monkeypatch.setattr(lending, "why_not", lambda name: f"no {name}")
    example = write("a.py", "# needs: redis, threads, docker\n")
    assert missing_needs(example) == lacks


# What varies

STDLIB = 'File "{}json{}decoder.py", line 355, in raw_decode'
VARYING = {
    "address": ("<Post object at 0x7f3a5c0d2e90>", "<Post object at <address>>"),
    "seconds": ("took 0.03s, 12.5 ms, 1.25 seconds", "took <time>, <time>, <time>"),
    "uuid4": ("id 0b6f1a3e-1c5d-4c1e-9b0a-5f3b2d1c0a9e", "id <id>"),
    "port": (
        "http://127.0.0.1:32768/ localhost:54321",
        "http://127.0.0.1:<port>/ localhost:<port>",
    ),
    "image": (f"id sha256:{'0a' * 32}", "id sha256:<digest>"),
    "container": ("0a" * 32, "<id>"),
    "checksum": ("of ref k3jx::q1w2e3: not found", "of ref <id>: not found"),
    "forwarding": (
        "WARNING: IPv4 forwarding is disabled. Networking will not work.\nhello",
        "hello",
    ),
    "jwt": (f'"{"eyJ" + "a" * 20}.{"eyJ" + "b" * 20}.{"c" * 43}"', '"<token>"'),
    "token": (f'"token": "{"0af" * 13}1"', '"token": "<token>"'),
    "cookie": ("sessionid=" + "a0" * 16, "sessionid=<token>"),
    "expires": (
        "a=b; expires=Tue, 23 Nov 2027 08:00:00 GMT; Path=/",
        "a=b; expires=<date>; Path=/",
    ),
    "request-id": ("X-Request-ID: " + "0a" * 16, "X-Request-ID: <id>"),
    "etag": (f'ETag: W/"3-{"0a" * 8}"', 'ETag: W/"3-<digest>"'),
    "retry-after": ("Retry-After: 58", "Retry-After: <seconds>"),
    "throttle": ("Expected available in 58 seconds.", "Expected available in <seconds>."),
    "version": ("Python 3.13.1\nmypy 2.4.1 (compiled: yes)", "Python <version>\nmypy <version>"),
    "command": ("Took 12 s.", "Took <time>."),
    "bash": ("bash: line 3: nope: command not found", "bash: nope: command not found"),
    "platform": ("platform linux -- Python 3.13.1, pytest-9.2.0", "platform <platform>"),
    "cachedir": ("a\ncachedir: .pytest_cache\nb", "a\nb"),
    "first-line": ("plugins: anyio-4.1\n\nb", "b"),
    "plugins": ("a\nplugins: anyio-4.1\nb", "a\nb"),
    "place in PostgreSQL": (
        "ERROR:  22012: division by zero\nLOCATION:  int4div, int.c:872\nSELECT 1",
        "ERROR:  22012: division by zero\nSELECT 1",
    ),
    "notice of no error": (
        "NOTICE:  00000: relation exists\nWARNING:  25P01: none",
        "NOTICE:  relation exists\nWARNING:  25P01: none",
    ),
    "caret of psql": (
        "LINE 1: SELECT nope\n               ^\n    ^",
        "LINE 1: SELECT nope\n               ^",
    ),
    "carets": ("    1 / 0\n    ~~^~~\nZeroDivisionError", "    1 / 0\nZeroDivisionError"),
    "unix-stdlib": (
        STDLIB.format("/usr/lib/python3.11/", "/"),
        'File "<python>/json/decoder.py", line <n>, in raw_decode',
    ),
    "windows-stdlib": (
        'File "C:\\Python313\\Lib\\queue.py", line 5, in get',
        'File "<python>/queue.py", line <n>, in get',
    ),
    "frozen": (
        'File "<frozen importlib._bootstrap>", line 1387, in _gcd_import',
        'File "<frozen importlib._bootstrap>", line <n>, in _gcd_import',
    ),
}


@pytest.mark.parametrize("name", VARYING)
def test_what_varies_is_named(name: str) -> None:
    printed, recorded = VARYING[name]
    assert normalize(printed) == recorded + "\n"


def test_every_rule_has_a_case() -> None:
    for pattern, _ in _RULES:
        assert any(pattern.search(printed + "\n") for printed, _ in VARYING.values()), pattern


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.parametrize(
    "form", ["%Y-%m-%d %H:%M:%S.%f+00:00", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S,123"]
)
def test_this_moment_is_named(form: str, days: int) -> None:
    moment = datetime.now(UTC) + timedelta(days=days)
    assert normalize(f"at {moment.strftime(form)} sharp") == "at <now> sharp\n"


@pytest.mark.parametrize(
    "fact",
    [
        "2026-03-02 09:30:00+00:00",
        "1999-12-31T23:59:59.5Z",
        f"{datetime.now(UTC) - timedelta(days=3):%Y-%m-%d %H:%M:%S}",
        f"{datetime.now(UTC):%Y-%m-%d}",
        "5 s, 10 ms, 12 seconds",
        "127.0.0.1:8000 localhost:5432 127.0.0.1:32767 [::1]:80",
        "port 54321",
        "#ff8800 0xff 0xcafe",
        "c232ab00-9414-11ec-b3c8-9f6bdeced846",
        "c232ab00-9414-5111-b3c8-9f6bdeced846",
        "runs on Python 3.11",
        'File "a.py", line 3, in <module>',
        'File "/venv/lib/python3.11/site-packages/x.py", line 3',
        "2 ^ 3 ~ 4",
        "  a\n\n    b",
        "Python 3.11 added tomllib",
        "hex(16746496) is 0xff8800",
    ],
)
def test_fixed_facts_stay(fact: str) -> None:
    assert normalize(fact) == fact + "\n"


def test_the_blank_line_above_carets_stays() -> None:
    assert normalize("head\n\n    ^^^^\nend") == "head\n\nend\n"


def test_folders_vanish_from_paths() -> None:
    text = "/tmp/n/page/sub/a.py\n/tmp/n/page\n/tmp/n/x\n"
    assert normalize(text, ["/tmp/n/page", "/tmp/n"]) == "sub/a.py\n<folder>\nx\n"
    text = "C:\\n\\page\\a.py 'C:\\\\n\\\\page\\\\a.py' C:/n/page/a.py"
    assert normalize(text, ["C:\\n\\page"]) == "a.py 'a.py' a.py\n"


@pytest.mark.parametrize(
    ("printed", "recorded"),
    [
        (STDLIB.format("C:\\Python313\\Lib\\", "\\"), VARYING["unix-stdlib"][1]),
        ('File "C:\\n\\tools\\slugs.py", line 2', 'File "tools/slugs.py", line 2'),
    ],
)
def test_a_traceback_has_slashes_on_every_system(printed: str, recorded: str) -> None:
    assert normalize(printed, ["C:\\n"]) == recorded + "\n"


@pytest.mark.parametrize("empty", ["", "\n\n", "  \r\n"])
def test_nothing_stays_nothing(empty: str) -> None:
    assert normalize(empty) == ""


@pytest.mark.parametrize("name", VARYING)
def test_normalizing_twice_changes_nothing(name: str) -> None:
    once = normalize(VARYING[name][0])
    assert normalize(once) == once


@pytest.mark.parametrize("text", ["Took 5 s.  ", "x\n   ^^^"])
def test_normalizing_twice_changes_nothing_at_line_ends(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


def test_every_record_is_normalized() -> None:
    records = sorted(EXAMPLES.rglob("*.out"))
    assert records
    for file in records:
        text = file.read_bytes().decode().replace("\r\n", "\n")
        assert normalize(text) == text, file


# The fence


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    return load_config(str(CONFIG))


@pytest.fixture
def render(config: MkDocsConfig, examples: Path, monkeypatch: pytest.MonkeyPatch) -> Render:
    """A function that renders Markdown as MkDocs does, with the settings of `mkdocs.yml`."""
    monkeypatch.chdir(ROOT)

    def rendered(markdown: str, source: str = "other/page.md", **meta: object) -> str:
        file = File(source, str(examples), str(examples), use_directory_urls=True)
        page = file.page = Page("Page", file, config)
        page.markdown, page.meta = markdown, meta
        page.render(config, Files([file]))
        assert page.content is not None
        return page.content

    return rendered


def fence(body: str, options: str = "") -> str:
    return f"```example {options}\n{body}\n```\n"


def text_of(html: str) -> str:
    """Return ``html`` as a reader sees it."""
    bare = re.sub(r"<[^>]*>", "", html)
    return bare.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')


def test_a_whole_file_shows_code_and_output(write: Write, render: Render) -> None:
    write("a.py", "# needs: threads\nprint('<b>Ada</b>')\n", "<b>Ada</b>\n")
    html = render(fence(f"{PAGE}/a.py"))
    assert html.startswith(
        '<figure class="nx-example nx-both" data-example="part/page/a.py" data-needs="threads"'
        ' data-local="It needs threads, which a browser does not have.">'
    )
    code, output = html.split('<div class="nx-output">')
    assert "print('<b>Ada</b>')\n" in text_of(code)
    assert "<b>" not in html
    assert "<samp>&lt;b&gt;Ada&lt;/b&gt;\n</samp>" in output
    assert "needs: threads" not in text_of(html)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.py", "print(1)\n", 'data-zip="examples/part/page.zip" data-run="python" data-record'),
        ("test_a.py", "import a\n", 'data-zip="examples/part/page.zip" data-run="tests"'),
        ("a.py", "# needs: board\nprint(1)\n", 'data-run="python"'),
        ("a.py", "# needs: threads, files\nprint(1)\n", 'data-local="It needs a real file system'),
        ("a.py", "# where: repository\nprint(1)\n", 'data-local="It needs the whole repository,'),
        ("a.console", "ls\n", 'data-local="It needs bash, which a browser does not have."'),
    ],
)
def test_a_block_says_how_the_page_runs_it(
    write: Write, render: Render, name: str, text: str, said: str
) -> None:
    write(name, text, None if name.startswith("test_") else "1\n")
    html = render(fence(f"{PAGE}/{name}"))
    assert said in html
    local = "data-local" in html
    assert ('<button type="button" data-do="run">Run</button>' in html) is not local
    command = f"python3 scripts/run.py examples/{PAGE}/{name}"
    assert (f"<code>{command}</code>" in html) is local


@pytest.mark.parametrize(("name", "text"), [("a.toml", "x = 1\n"), ("broken_a.py", "x = 1\n")])
def test_a_file_that_is_never_run_has_no_buttons(
    write: Write, render: Render, name: str, text: str
) -> None:
    write(name, text)
    html = render(fence(f"{PAGE}/{name}"))
    assert "data-run" not in html
    assert "data-local" not in html
    assert "<button" not in html


def test_without_the_runtimes_a_block_gives_the_local_command(
    write: Write, render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nexus.runtimes, "enabled", lambda: False)
    write("a.py", "print(1)\n", "1\n")
    html = render(fence(f"{PAGE}/a.py"))
    assert 'data-local="This copy of the site was built without what runs in a page."' in html
    assert "<button" not in html


def test_a_section_shows_its_code_alone(write: Write, render: Render) -> None:
    write("a.py", "# --8<-- [start:x]\nx = 1\n# --8<-- [end:x]\nprint(x)\n", "1\n")
    html = render(fence(f"{PAGE}/a.py:x"))
    assert 'class="nx-example nx-code"' in html
    assert 'data-section="x"' in html
    assert '<span class="nx-section">x</span>' in html
    assert "x = 1\n" in text_of(html)
    assert "print" not in html
    assert "nx-output" not in html


@pytest.mark.parametrize("body", ["a.py", "a.py:x"])
@pytest.mark.parametrize(
    ("show", "code", "output"),
    [("code", True, False), ("output", False, True), ("both", True, True)],
)
def test_show_chooses_the_parts(
    write: Write, render: Render, body: str, show: str, code: bool, output: bool
) -> None:
    write("a.py", "# --8<-- [start:x]\nx = 1\n# --8<-- [end:x]\n", "recorded\n")
    html = render(fence(f"{PAGE}/{body}", f'show="{show}"'))
    assert f'class="nx-example nx-{show}"' in html
    assert ("x = 1" in text_of(html)) is code
    assert ("recorded" in html) is output


def test_a_file_without_a_record_shows_its_code(write: Write, render: Render) -> None:
    write("a.toml", "x = 1\n")
    html = render(fence(f"{PAGE}/a.toml"))
    assert "x = 1" in text_of(html)
    assert "nx-output" not in html


def test_a_transcript_is_called_one(write: Write, render: Render) -> None:
    write("a.console", "ls\n", "$ ls\n")
    assert 'aria-label="Transcript of a.console"' in render(fence(f"{PAGE}/a.console"))


WRONG = {
    "file": ("part/page/b.py", "", "there is no such file: did you mean part/page/a.py?"),
    "section": (
        "part/page/a.py:y",
        "",
        "there is no section y: use one of its sections (x) or mark it",
    ),
    "option": (
        "part/page/a.py",
        'title="T"',
        'option title is not known: the one option is show="code|output|both"',
    ),
    "show": (
        "part/page/a.py",
        'show="all"',
        "show=all is not known: use one of code, output, both",
    ),
    "no-value": (
        "part/page/a.py",
        "show",
        "show=show is not known: use one of code, output, both",
    ),
    "no-record": ("part/page/a.py", 'show="output"', f"it has no recorded output: {RECORD}a.py`"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_fence_shows_a_box_and_warns(
    write: Write, render: Render, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    write("a.py", "# --8<-- [start:x]\nx = 1\n# --8<-- [end:x]\n")
    body, options, what = WRONG[name]
    html = render(fence(body, options))
    said = f"examples/{body.partition(':')[0]}:1: example: {what}"
    assert html.startswith('<div class="nx-error" role="alert"><p>examples/')
    assert text_of(html).strip() == said
    assert "nx-example" not in html
    assert caplog.record_tuples == [
        ("mkdocs.nexus.fence", logging.WARNING, f"docs/other/page.md: {said}")
    ]


@pytest.mark.parametrize("body", ["", "part/page/a.py\npart/page/a.py"])
def test_a_fence_wants_one_line(write: Write, render: Render, body: str) -> None:
    write("a.py", "x = 1\n")
    html = render(fence(body))
    assert html.startswith('<div class="nx-error" role="alert">')
    assert (
        "the fence wants one line: write `folder/file.py` or `folder/file.py:section`"
        in text_of(html)
    )


@pytest.mark.parametrize(
    ("body", "options"),
    [
        ("part/<script>alert(1)</script>.py", ""),
        ("part/page/a.py:<script>alert(1)</script>", ""),
        ("part/page/a.py", 'show="<script>alert(1)</script>"'),
    ],
)
def test_what_a_wrong_fence_holds_is_escaped(
    write: Write, render: Render, body: str, options: str
) -> None:
    write("a.py", "x = 1\n")
    html = render(fence(body, options))
    assert html.startswith('<div class="nx-error" role="alert">')
    assert "&lt;script&gt;" in html
    assert "<script" not in html


@pytest.mark.parametrize(
    ("body", "recorded"),
    [("part/page/a.py", b"\xff\n"), (f"{'x' * 300}.py", None)],
    ids=["record-not-utf8", "name-too-long"],
)
def test_any_failure_of_a_fence_shows_a_box(
    write: Write, render: Render, body: str, recorded: bytes | None
) -> None:
    write("a.py", "print(1)\n", recorded)
    assert render(fence(body)).startswith('<div class="nx-error" role="alert">')


BAD_FENCE = "part/page/nowhere.py"


@pytest.mark.parametrize("body", ["part/page/a.py", BAD_FENCE])
def test_a_wrong_fence_stops_a_strict_build(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    write("a.py", "x = 1\n")
    monkeypatch.chdir(ROOT)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(f"# Home\n\n{fence(body)}", "utf-8")
    small = load_config(
        str(CONFIG),
        docs_dir=str(tmp_path / "docs"),
        site_dir=str(tmp_path / "site"),
        strict=True,
        nav=["index.md"],
        plugins=[],
        hooks=[],
        extra_css=[],
        theme={"name": "mkdocs"},
    )
    stops = pytest.raises(Abort, match="1 warnings in strict mode")
    with stops if body == BAD_FENCE else contextlib.nullcontext():
        build(small)


@pytest.mark.parametrize(
    ("source", "root"),
    [
        ("index.md", "./"),
        ("python.md", "../"),
        ("python/index.md", "../"),
        ("python/values.md", "../../"),
        ("a/b/README.md", "../../"),
    ],
)
def test_links_are_relative_at_every_depth(
    write: Write, render: Render, source: str, root: str
) -> None:
    write("a.py", "x = 1\n")
    html = render(fence(f"{PAGE}/a.py"), source)
    links = dict(re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', html))
    assert {words: address for address, words in links.items()} == {
        "Full file": f"{root}examples/part/page/a.py.html",
        "Download": f"{root}examples/part/page/a.py",
        "Test": f"{root}examples/tests/test_examples.py.html",
    }


def test_the_name_leads_to_the_repository_where_that_is_known(
    write: Write, render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.py", "x = 1\n")
    monkeypatch.setenv("REPO_URL", "https://example.org/a&b/")
    monkeypatch.setenv("REPO_COMMIT", "abc123")
    address = "https://example.org/a&amp;b/blob/abc123/examples/part/page/a.py"
    assert f'<a href="{address}"' in render(fence(f"{PAGE}/a.py"))


def test_the_test_link_leads_to_the_own_test_when_there_is_one(
    write: Write, render: Render
) -> None:
    write("a.py", "x = 1\n")
    write("test_a.py", "import a\n")
    assert '<a href="../../examples/part/page/test_a.py.html">Test</a>' in render(
        fence(f"{PAGE}/a.py")
    )


@pytest.mark.parametrize(
    ("code", "body", "numbers"),
    [
        ("# raises: KeyError\n\nx = {}\nx['a']\n", "a.py", ["3", "4"]),
        ("x = {}\nx['a']\n", "a.py", []),
        ("# raises: KeyError\n# --8<-- [start:s]\nx = {}\n# --8<-- [end:s]\n", "a.py:s", []),
        pytest.param(
            "# raises: KeyError\n# --8<-- [start:s]\nx = {}\n# --8<-- [end:s]\nx['a']\n",
            "a.py",
            ["3", "5"],
        ),
    ],
    ids=["raises", "plain", "section", "marks"],
)
def test_line_numbers_stand_where_a_traceback_speaks_of_them(
    write: Write, render: Render, code: str, body: str, numbers: list[str]
) -> None:
    write("a.py", code)
    html = render(fence(f"{PAGE}/{body}"))
    assert re.findall(r'data-n="(\d+)"', html) == numbers


@pytest.mark.parametrize(
    ("name", "directives", "words"),
    [
        ("a.py", "", "Verified with {}"),
        ("a.py", "# needs: threads, network\n", "Verified with {}; needs the network, threads"),
        ("a.console", "", "Verified with {}"),
        ("a.console", "# needs: docker\n", "Verified with {}; needs a Docker engine"),
    ],
)
def test_the_last_line_says_versions_and_needs(
    write: Write, render: Render, name: str, directives: str, words: str
) -> None:
    example = write(name, f"{directives}true = 1\n")
    html = render(fence(f"{PAGE}/{name}"))
    wanted = words.format(verified_with(example))
    assert f'<p class="nx-verified" data-search-exclude>{wanted}</p>' in html


def test_what_nothing_runs_is_not_called_verified(write: Write, render: Render) -> None:
    write("compose.yaml", "services: {}\n")
    assert "Verified with" not in render(fence(f"{PAGE}/compose.yaml"))


@pytest.mark.parametrize("indent", ["- In a list:\n\n    ", '=== "Tab"\n\n    '])
def test_a_fence_works_inside_other_blocks(write: Write, render: Render, indent: str) -> None:
    write("a.py", "if x:\n    print(1)\n")
    quoted = indent + fence(f"{PAGE}/a.py").strip().replace("\n", "\n    ") + "\n"
    html = render(quoted)
    assert '<figure class="nx-example nx-both"' in html
    assert "if x:\n    print(1)\n" in text_of(html)


def test_a_page_is_framed_by_what_it_needs_and_its_examples(
    write: Write, render: Render, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("a.py", "x = 1\n")
    for module in (nexus.extension, nexus.pages):
        monkeypatch.setattr(module, "DOCS", tmp_path)
    (tmp_path / "first.md").write_text("---\ntitle: A & B\n---\n", "utf-8")
    html = render("Words.\n", "part/page.md", kind="lesson", prerequisites=["first.md"])
    assert 'Before this: <a href="../../first/">A &amp; B</a>' in html.split("Words.")[0]
    foot = html.split("Words.")[1]
    assert 'href="../../examples/part/page/">read them</a>' in foot
    assert 'href="../../examples/part/page.zip" download>' in foot
    other = render("Words.\n", "part/other.md", kind="guide")
    assert other == '<p>Words.</p>\n<div data-part="progress" data-search-exclude></div>'


@pytest.mark.parametrize(
    ("source", "name", "folder"),
    [
        ("part/page.md", "part/page/a.py", "part/page"),
        ("board/index.md", "board/manage.py", "board"),
        ("part/index.md", "part/index/a.py", "part/index"),
    ],
)
def test_every_page_leads_to_its_examples(
    write: Write, render: Render, source: str, name: str, folder: str
) -> None:
    write("board/pytest.ini", "")
    write(name, "x = 1\n")
    assert f'examples/{folder}/">read them</a>' in render("Words.\n", source)


# Publishing


@pytest.fixture
def published(write: Write) -> Iterator[dict[str, bytes]]:
    write("test_a.py", "import a\n")
    write("a.py", 'print("<script>alert(1)</script> & more")\n', "<script>alert(1)</script>\n")
    write("part/page/sub/data.csv", "a,b\n")
    write("part/other/b.py", "x = 1\n")
    return dict(publish.files())


def test_everything_is_published_raw_and_to_read(published: dict[str, bytes]) -> None:
    assert set(published) == {
        "assets/run/normalize.py",
        "examples/part/other.zip",
        "examples/part/other/b.py",
        "examples/part/other/b.py.html",
        "examples/part/other/index.html",
        "examples/part/page.zip",
        "examples/part/page/a.py",
        "examples/part/page/a.py.html",
        "examples/part/page/a.py.out",
        "examples/part/page/index.html",
        "examples/part/page/sub/data.csv",
        "examples/part/page/sub/data.csv.html",
        "examples/part/page/test_a.py",
        "examples/part/page/test_a.py.html",
        "examples/tests/test_examples.py",
        "examples/tests/test_examples.py.html",
    }
    assert published["examples/part/page/a.py"].startswith(b'print("<script>')
    assert published["examples/part/page/a.py.out"] == b"<script>alert(1)</script>\n"


def test_a_zip_holds_examples_records_and_tests(published: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(published["examples/part/page.zip"])) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        content = {name: archive.read(name) for name in archive.namelist()}
    assert content == {
        "page/a.py": published["examples/part/page/a.py"],
        "page/a.py.out": b"<script>alert(1)</script>\n",
        "page/sub/data.csv": b"a,b\n",
        "page/test_a.py": b"import a\n",
    }


def test_a_zip_has_the_same_bytes_whenever_it_is_made(
    published: dict[str, bytes], examples: Path
) -> None:
    for file in (examples / PAGE).rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    publish._zip.cache_clear()
    assert publish.zip_of(PurePosixPath(PAGE)) == published["examples/part/page.zip"]


def test_a_zip_follows_a_new_record(published: dict[str, bytes], examples: Path) -> None:
    (examples / PAGE / "a.py.out").write_bytes(b"a much longer new record\n")
    assert publish.zip_of(PurePosixPath(PAGE)) != published["examples/part/page.zip"]


def test_a_listing_leads_to_every_file_and_the_zip(published: dict[str, bytes]) -> None:
    html = published["examples/part/page/index.html"].decode()
    for name in ("a.py", "test_a.py", "sub/data.csv"):
        assert f'<li><a href="{name}.html">{name}</a></li>' in html
    assert html.count("<li>") == 3
    assert '<a href="../../../examples/part/page.zip" download>' in html
    assert '<a href="../../../part/page/">page</a>' in html


def test_a_listing_leads_to_its_folder_in_the_repository(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.py", "x = 1\n")
    monkeypatch.setenv("REPO_URL", "https://example.org/nexus")
    html = dict(publish.files())["examples/part/page/index.html"].decode()
    assert '"https://example.org/nexus/blob/main/examples/part/page"' in html


def test_a_view_escapes_code_and_output(published: dict[str, bytes]) -> None:
    html = published["examples/part/page/a.py.html"].decode()
    assert "<script" not in html
    assert 'print("<script>alert(1)</script> &amp; more")' in text_of(html)
    assert "<samp>&lt;script&gt;alert(1)&lt;/script&gt;\n</samp>" in html
    assert '<a href="../../../examples/part/page/test_a.py.html">Test</a>' in html


def test_a_view_leads_to_the_published_commit(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.py", "x = 1\n")
    monkeypatch.setenv("REPO_URL", "https://example.org/nexus")
    monkeypatch.setenv("REPO_COMMIT", "abc123")
    html = dict(publish.files())["examples/part/page/a.py.html"].decode()
    assert '"https://example.org/nexus/blob/abc123/examples/part/page/a.py"' in html


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("# needs: threads\n# --8<-- [start:x]\nx = 1\n# --8<-- [end:x]\n", ["1", "2", "3", "4"]),
        ("\n\nx = 1\n", ["1", "2", "3"]),
        pytest.param("x = 1\ny = 2", ["1", "2"]),
    ],
)
def test_a_view_keeps_every_line_of_the_file(write: Write, code: str, numbers: list[str]) -> None:
    write("a.py", code)
    html = dict(publish.files())["examples/part/page/a.py.html"].decode()
    assert re.findall(r'data-n="(\d+)"', html) == numbers
    assert code in text_of(html)


KIND_NAMES = [*BY_NAME, *(f"file{suffix}" for suffix in BY_SUFFIX)]


@pytest.mark.parametrize(
    "name",
    KIND_NAMES,
)
def test_every_kind_is_served_at_the_address_that_links_name(write: Write, name: str) -> None:
    example = write(name, "")
    for address, _ in publish.files():
        assert File(address, None, "site", use_directory_urls=True).dest_uri == address
    assert example.kind is (BY_NAME.get(name) or BY_SUFFIX[Path(name).suffix])


# Versions


def locked_version(name: str) -> str:
    found = re.search(rf"^{name}==(\S+)", LOCK.read_text("utf-8"), re.M)
    assert found
    return found[1]


def python_span() -> str:
    checks = yaml.safe_load((ROOT / ".github/workflows/checks.yml").read_text("utf-8"))
    versions = checks["jobs"]["linux"]["strategy"]["matrix"]["python"]
    return f"Python {versions[0]}–{versions[-1]}"


@pytest.mark.parametrize(
    ("name", "text", "package"),
    [
        ("a.py", "import json\n", None),
        ("a.py", "import pytest\n", "pytest"),
        ("a.py", "def f():\n    from pytest.x import y\n", "pytest"),
        ("a.py", "import sibling\nfrom .pytest import x\ny = 'mypy'\n", None),
        ("a.console", "mypy a.py\n", "mypy"),
        ("a.toml", "pytest = 1\n", None),
        ("a.py", "import (\n", None),
    ],
)
def test_versions_come_from_the_lock_and_the_checks(
    write: Write, name: str, text: str, package: str | None
) -> None:
    example = write(name, text)
    expected = f"{package} {locked_version(package)}, {python_span()}" if package else python_span()
    assert verified_with(example) == expected


def test_powershell_is_verified_with_its_own(write: Write) -> None:
    assert verified_with(write("a.ps1", "ls\n")) == "Windows PowerShell"


@pytest.mark.parametrize(
    ("name", "text", "plain"),
    [
        ("a.py", "# needs: threads\nimport json, sibling\n", True),
        ("a.py", "import pytest\n", False),
        ("a.py", "# needs: network\n", False),
        ("a.console", "ls\n", False),
    ],
)
def test_plain_is_what_any_python_runs(write: Write, name: str, text: str, plain: bool) -> None:
    write("sibling.py", "")
    assert is_plain(write(name, text)) is plain
