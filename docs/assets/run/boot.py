"""Runs examples and their tests in the page's Python as a terminal would run them."""

import contextlib
import contextvars
import hashlib
import hmac
import importlib
import importlib.machinery
import io
import json
import linecache
import os
import re
import sys
import time
import types
import zipfile
from collections.abc import Iterator
from typing import Any

from nexus_page import fresh, loop
from nexus_page.normalize import normalize
from pyodide.code import find_imports

HOME = fresh.HOME
OURS = "/nexus/"  # where this package lies

# What a local run of an example sees too (`nexus.running`).
ENVIRONMENT = {
    "COLUMNS": "80",
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONUNBUFFERED": "1",
    "PYTHONUTF8": "1",
    "PYTHON_COLORS": "0",
    "TERM": "dumb",
    "TZ": "UTC",
}

_archives: dict[str, dict[str, bytes]] = {}


def install() -> None:
    """Prepare Python once, after it has started."""
    loop.install()
    loop.watch_asgiref()
    if not hasattr(hashlib, "pbkdf2_hmac"):
        hashlib.pbkdf2_hmac = _pbkdf2_hmac
    os.environ.update(ENVIRONMENT)
    sys.dont_write_bytecode = True


def _pbkdf2_hmac(
    name: str, password: bytes, salt: bytes, iterations: int, dklen: int | None = None
) -> bytes:
    """Derive a key as `hashlib.pbkdf2_hmac` does, which this Python lacks (RFC 8018)."""
    keyed = hmac.new(password, None, name)
    size = dklen or keyed.digest_size
    key = b""
    while len(key) < size:
        block = salt + (len(key) // keyed.digest_size + 1).to_bytes(4, "big")
        mixed = 0
        for _ in range(iterations):
            turn = keyed.copy()
            turn.update(block)
            block = turn.digest()
            mixed ^= int.from_bytes(block, "big")
        key += mixed.to_bytes(keyed.digest_size, "big")
    return key[:size]


def add_archive(name: str, content: Any) -> None:
    """Keep the files of a page's zip under ``name``."""
    with zipfile.ZipFile(io.BytesIO(content.to_bytes())) as archive:
        files = [entry for entry in archive.namelist() if not entry.endswith((".out", "/"))]
        _archives[name] = {entry: archive.read(entry) for entry in files}


def has_archive(name: str) -> bool:
    """Whether ``add_archive`` was called for ``name``."""
    return name in _archives


def wanted(name: str, start: list[str], changed: dict[str, str]) -> str:
    """Return, as JSON, the modules that the files at ``start`` import from outside the zip.

    Args:
        name: the archive.
        start: files in it to begin with; what they import from beside them is followed.
        changed: texts that stand in for files of the archive.
    """
    files = _archives[name]
    found: set[str] = set()
    seen: set[str] = set()
    waiting = list(start)
    while waiting:
        file = waiting.pop()
        if file in seen:
            continue
        seen.add(file)
        text = changed.get(file) or files.get(file, b"").decode("utf-8", "replace")
        folder = file.rpartition("/")[0]
        for module in find_imports(text):
            place = f"{folder}/{module.replace('.', '/')}"
            beside = [
                x for x in (f"{place}.py", f"{place}/__init__.py") if x in files or x in changed
            ]
            waiting += beside
            if not beside:
                found.add(module.partition(".")[0])
        if "/test_" in f"/{file}":  # pytest loads it by itself
            waiting += [x for x in (f"{folder}/conftest.py",) if x in files]
    return json.dumps(sorted(found - sys.stdlib_module_names))


def run_file(name: str, file: str, code: str | None, board: bool, record: str | None) -> str:
    """Run ``file`` of the archive ``name`` as `python FILE` in its own folder.

    Args:
        name: the archive.
        file: path in the archive.
        code: the text to run in the file's place, or None.
        board: whether the file runs on the board.
        record: the recorded output to compare with, or None.

    Returns:
        JSON: ok, milliseconds, error, status; `same` where there was a record.
    """
    path = f"{HOME}/{file}"
    changed = {} if code is None else {file: code}
    with _place(name, changed, path.rpartition("/")[0]), _world(board):
        sys.argv = [file.rpartition("/")[2]]
        with _output() as said, fresh.loggers():
            began = time.perf_counter()
            status, error = contextvars.Context().run(_execute, path)
            milliseconds = (time.perf_counter() - began) * 1000
    result = {"ok": status == 0, "milliseconds": milliseconds, "status": status, "error": error}
    if record is not None:
        result["same"] = normalize(said()) == normalize(record)
    return json.dumps(result)


@contextlib.contextmanager
def _place(name: str, changed: dict[str, str], where: str) -> Iterator[None]:
    """Put the archive's files in place, with ``where`` as working and first import folder."""
    top = next(iter(_archives[name])).partition("/")[0]
    inside = {file: text.encode() for file, text in changed.items()}
    files = {file.partition("/")[2]: text for file, text in (_archives[name] | inside).items()}
    before = os.getcwd()
    fresh.folder(f"{HOME}/{top}", files)
    os.chdir(where)
    importlib.invalidate_caches()
    linecache.clearcache()
    try:
        yield
    finally:
        os.chdir(before)


@contextlib.contextmanager
def _world(board: bool) -> Iterator[None]:
    with fresh.state("board" if board else ""):
        sys.path.insert(0, os.getcwd())
        if board:
            _open_board().fresh_board()
        yield


@contextlib.contextmanager
def _output() -> Iterator[Any]:
    """Give the program its own streams, unbuffered, and yield what tells all they said."""
    import nexus_host  # the worker's own functions

    nexus_host.begin(os.getcwd())
    for number, stream in ((1, "stdout"), (2, "stderr")):
        raw = io.FileIO(number, "w", closefd=False)
        raw.name = f"<{stream}>"
        errors = "strict" if number == 1 else "backslashreplace"
        text = io.TextIOWrapper(raw, encoding="utf-8", errors=errors, write_through=True)
        text.mode = "w"
        setattr(sys, stream, text)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    with fresh.AtExit().installed() as at_exit:
        try:
            yield nexus_host.said
        finally:
            at_exit.run()


def _execute(path: str) -> tuple[int, dict[str, Any] | None]:
    """Run the file at ``path`` as `__main__`; return its exit status and its error."""
    main = types.ModuleType("__main__")
    vars(main).update(
        __builtins__=sys.modules["builtins"],
        __file__=path,
        __cached__=None,
        __loader__=importlib.machinery.SourceFileLoader("__main__", path),
    )
    own, sys.modules["__main__"] = sys.modules["__main__"], main
    try:
        with open(path, "rb") as source:
            code = compile(source.read(), path, "exec", dont_inherit=True)
        exec(code, vars(main))
    except SystemExit as stop:
        return _status(stop), None
    except BaseException as error:
        error.__traceback__ = _theirs(error.__traceback__)
        sys.excepthook(type(error), error, error.__traceback__)
        return 1, {"message": _last_line(error), "line": _line(error, path)}
    finally:
        sys.modules["__main__"] = own
        _clear(main)
    return 0, None


def _status(stop: SystemExit) -> int:
    """Return the exit status of ``stop``; say what it says as Python does."""
    if stop.code is None or isinstance(stop.code, int):
        return (stop.code or 0) & 0xFF
    print(stop.code, file=sys.stderr)
    return 1


def _theirs(traceback: types.TracebackType | None) -> types.TracebackType | None:
    """Return ``traceback`` without our own frames at its start."""
    while traceback and traceback.tb_frame.f_code.co_filename.startswith(OURS):
        traceback = traceback.tb_next
    return traceback


def _last_line(error: BaseException) -> str:
    import traceback

    return traceback.format_exception_only(error)[-1].strip()


def _line(error: BaseException, path: str) -> int | None:
    """Return the line of the file at ``path`` where ``error`` came through, if any."""
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno
    line, traceback = None, error.__traceback__
    while traceback:
        if traceback.tb_frame.f_code.co_filename == path:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _clear(main: types.ModuleType) -> None:
    """Let go of what the program made, in the order that Python does at its end."""
    names = vars(main)
    for name in [x for x in names if x[:1] == "_" and x[:2] != "__"]:
        names[name] = None
    for name in [x for x in names if x != "__builtins__"]:
        names[name] = None


def run_tests(name: str, folder: str, files: dict[str, str], only: list[str], board: bool) -> str:
    """Run the tests in ``folder`` of the archive ``name`` with pytest.

    Args:
        name: the archive.
        folder: path in the archive.
        files: texts that stand in for files in the folder.
        only: names of test files; empty for all in the folder.
        board: whether the tests run on the board.

    Returns:
        JSON: ok, milliseconds, error, and `tests`, a list of name, outcome, message.
    """
    import pytest

    where = f"{HOME}/{folder}"
    changed = {f"{folder}/{file}": text for file, text in files.items()}
    results = _Results()
    with _place(name, changed, where), _world(board):
        chosen = only or sorted(x for x in os.listdir(where) if re.fullmatch(r"test_\w+\.py", x))
        options = [
            "-q",
            "--rootdir",
            where,
            "-p",
            "no:cacheprovider",
            "--capture=sys",
            "--color=no",
        ]
        sys.argv = ["pytest"]
        with _output(), fresh.loggers():
            began = time.perf_counter()
            status = contextvars.Context().run(pytest.main, [*options, *chosen], [results])
            milliseconds = (time.perf_counter() - began) * 1000
    tests = list(results.tests.values())
    ok = int(status) == 0
    failed = [test for test in tests if test["outcome"] in ("failed", "error")]
    error = None
    if not ok:
        message = f"{len(failed)} of {len(tests)} tests failed" if failed else "no test could run"
        error = {"message": message, "line": None}
    return json.dumps({"ok": ok, "milliseconds": milliseconds, "error": error, "tests": tests})


class _Results:
    """A pytest plugin that keeps each test's outcome."""

    def __init__(self) -> None:
        self.tests: dict[str, dict[str, str]] = {}

    def pytest_collectreport(self, report: Any) -> None:
        """Keep what could not even be collected."""
        if report.failed:
            self._keep(report, "error")

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Keep the outcome of a test, or of what stands around it when that fails."""
        if hasattr(report, "wasxfail"):
            outcome = "xfailed" if report.skipped else "xpassed"
        elif report.when == "call":
            outcome = report.outcome
        elif report.failed:
            outcome = "error"
        elif report.skipped:
            outcome = "skipped"
        else:
            return
        self._keep(report, outcome)

    def _keep(self, report: Any, outcome: str) -> None:
        crash = getattr(report.longrepr, "reprcrash", None)
        message = crash.message if crash else str(report.longrepr or "")
        name = report.nodeid.partition("::")[2] or report.nodeid
        self.tests[report.nodeid] = {"name": name, "outcome": outcome, "message": message}


def tests_in(name: str, folder: str) -> str:
    """Return, as JSON, the test files that lie in ``folder`` of the archive ``name``."""
    found = [x for x in _archives[name] if re.fullmatch(rf"{re.escape(folder)}/test_\w+\.py", x)]
    return json.dumps(sorted(found))


def send(kind: str, text: str, reset: bool, record: str | None = None) -> str:
    """Send the requests in ``text`` to the board; return its answers as JSON.

    Args:
        kind: `http` or `graphql`.
        text: a file of that kind.
        reset: whether to begin with the seeded database again.
        record: the recorded output to compare with, or None.
    """
    with fresh.state("board"), fresh.loggers():
        board = _open_board()
        result = json.loads(getattr(board, f"send_{kind}")(text, reset))
    if record is not None:
        result["same"] = normalize(result["transcript"]) == normalize(record)
    return json.dumps(result)


def _open_board() -> Any:
    board = importlib.import_module("nexus_page.board")
    board.open_board(f"{OURS}board.zip", f"{OURS}board.sqlite3")
    return board
