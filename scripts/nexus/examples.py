"""Examples: files under `examples/`, their head directives and named sections."""

import ast
import re
import textwrap
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path, PurePosixPath

from nexus.kinds import NEEDS, Kind, kind_of
from nexus.paths import EXAMPLES, relative
from nexus.problems import ExampleError, Problem

DEFAULT_TIME_LIMIT = 20  # seconds; an example that takes longer is not an example
# Made by a run, never written by hand: caches, packages, a project's uploads.
IGNORED = {"__pycache__", "node_modules", "media", "static"}
# What a run leaves behind; git ignores it too.
LEFTOVERS = {
    ".out",
    ".pyc",
    ".sqlite3",
    ".sqlite3-wal",
    ".sqlite3-shm",
    ".sqlite3-journal",
    ".coverage",
}

FIXTURES = "fixtures.sql"  # what every SQL example of its page finds in its database

# Comments of Python, shell, SQL, JavaScript and Django templates.
_COMMENT = r"(?:#|--|//|\{#)"
_DIRECTIVE = re.compile(rf"^{_COMMENT}\s*(needs|raises|time-limit|where):\s*(.*?)\s*(?:#\}})?\s*$")
# Metadata of a script that brings its own packages (PEP 723).
_SCRIPT = re.compile(r"^# /// script\n((?:#(?: .*)?\n)+?)# ///$", re.M)
_MARK = re.compile(rf"^\s*{_COMMENT}\s*--8<--\s*\[(start|end):\s*([\w-]+)\s*\]\s*(?:#\}})?\s*$")


@dataclass(frozen=True)
class Example:
    """One file under `examples/`.

    Attributes:
        path: its path from `examples/`, with slashes.
        kind: what the machinery knows about files like it.
        text: the whole file.
        needs: what it needs from the machine (keys of ``nexus.kinds.NEEDS``).
        raises: the exception it must end in, or the SQLSTATEs of its errors in order, or None.
        time_limit: seconds it may take.
        in_repository: whether it runs in the repository's root, not in its own folder.
        head: number of directive lines at its top, which a page does not show.
        sections: name -> (first, last) line index of each named section's body.
    """

    path: PurePosixPath
    kind: Kind
    text: str
    needs: frozenset[str] = frozenset()
    raises: str | None = None
    time_limit: int = DEFAULT_TIME_LIMIT
    in_repository: bool = False
    head: int = 0
    sections: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """The file itself."""
        return EXAMPLES / self.path

    @property
    def address(self) -> str:
        """Its address from the site's root, without the suffixes of its forms.

        Hosts leave hidden files out, so the name of one loses its leading dot.
        """
        name = self.path.name
        return f"examples/{self.path.with_name('dot' + name if name[0] == '.' else name)}"

    @property
    def record(self) -> Path:
        """The file that keeps its recorded output."""
        return self.file.with_name(self.file.name + ".out")

    @property
    def is_test(self) -> bool:
        """Whether pytest runs this file."""
        is_test = self.path.suffix == ".py" and self.path.name.startswith("test_")
        return is_test and not is_project(self.page) and not self.is_exercise

    @property
    def script(self) -> str | None:
        """The inline metadata by which uv runs it with packages of its own, or None."""
        found = _SCRIPT.search(self.text) if self.path.suffix == ".py" else None
        return found[1] if found else None

    @property
    def is_exercise(self) -> bool:
        """Whether this file is part of an exercise, whose tests run on a reader's answer."""
        return self.path.parts[2:3] == ("exercises",) and not is_project(self.page)

    @property
    def runs(self) -> bool:
        """Whether the machinery runs this file by itself."""
        return self.kind.runner is not None and not self.is_test and not self.is_support

    @property
    def is_support(self) -> bool:
        """Whether other files run this one: a package's module, conftest, an exercise's file."""
        if self.is_exercise:
            return True
        if is_project(self.page):
            return self.path.suffix != ".console"
        if self.path.name == FIXTURES:
            return True
        if self.path.suffix != ".py":
            return False
        in_package = self.file.with_name("__init__.py").exists()
        return in_package or self.path.name == "conftest.py" or self.path.stem[:7] == "broken_"

    @property
    def page(self) -> PurePosixPath:
        """The page whose folder holds the example, as a path without suffix."""
        return page_of(self.path)

    def shown(self, section: str | None = None) -> tuple[str, list[int]]:
        """Return the text a page shows and, for each of its lines, the number in the file.

        Directives and section marks are left out. With ``section``, only that
        section, dedented.

        Raises:
            KeyError: there is no such section.
        """
        lines = self.text.splitlines()
        first, last = self.sections[section] if section else (self.head, len(lines))
        kept = [number for number in range(first, last) if not _MARK.match(lines[number])]
        while kept and not lines[kept[0]].strip():
            kept.pop(0)
        while kept and not lines[kept[-1]].strip():
            kept.pop()
        text = "\n".join(lines[number] for number in kept)
        numbers = [number + 1 for number in kept]
        return (textwrap.dedent(text) if section else text) + "\n", numbers


def is_project(folder: PurePosixPath) -> bool:
    """Whether ``folder`` (from `examples/`) is a running project with its own test suite.

    A project is quoted like any example, but its files are not run one by one.
    """
    return len(folder.parts) == 1 and (EXAMPLES / folder / "pytest.ini").is_file()


def owns_examples(folder: PurePosixPath) -> bool:
    """Whether examples lie in ``folder`` (from `examples/`), as the examples of one page."""
    if len(folder.parts) != 2 and not is_project(folder):
        return False
    return any(file.is_file() for file in (EXAMPLES / folder).rglob("*"))


def page_of(path: PurePosixPath) -> PurePosixPath:
    """Return the folder that belongs to a page, for a file at ``path``, both from `examples/`."""
    top = PurePosixPath(path.parts[0])
    return top if is_project(top) else PurePosixPath(*path.parent.parts[:2])


def load(path: PurePosixPath | str) -> Example:
    """Read the example at ``path`` (from `examples/`).

    Raises:
        ExampleError: no such file, an unknown kind, a wrong directive, or section
            marks that do not match.
    """
    path = PurePosixPath(path)
    file = EXAMPLES / path
    try:
        changed = file.stat().st_mtime_ns if file.is_file() else None
    except (OSError, ValueError):  # a name that no file can have
        changed = None
    if changed is None or path.is_absolute() or ".." in path.parts:
        raise _error(path, 1, "there is no such file", _nearest(path))
    return _load(path, changed)


@cache
def _load(path: PurePosixPath, _changed: int) -> Example:
    kind = kind_of(path)
    if kind is None:
        raise _error(path, 1, "this kind of file is not known", "add it to nexus/kinds.py")
    try:
        text = (EXAMPLES / path).read_text("utf-8")
    except UnicodeDecodeError:
        raise _error(path, 1, "the file is not UTF-8", "save it as UTF-8") from None
    lines = text.splitlines()
    head = vars(_directives(path, lines))
    head["needs"] |= kind.needs
    sections = _definitions(text) if path.suffix == ".py" else {}
    example = Example(path, kind, text, sections=sections | _sections(path, lines), **head)
    more = frozenset({"packages"} if example.script is not None else ())
    return replace(example, needs=example.needs | more)


def every() -> list[Example]:
    """Return all examples, ordered by path."""
    return [load(path) for path in every_path()]


def every_path() -> list[PurePosixPath]:
    """Return the paths of all example files (records and caches left out), ordered."""
    found = []
    for file in EXAMPLES.rglob("*"):
        path = PurePosixPath(file.relative_to(EXAMPLES).as_posix())
        # Folders with a dot belong to tools; what a run leaves behind belongs to nobody.
        hidden = any(part.startswith(".") for part in path.parts[:-1])
        ignored = (file.suffix or file.name) in LEFTOVERS or IGNORED.intersection(path.parts)
        if file.is_file() and not ignored and not hidden:
            found.append(path)
    return sorted(found)


def _error(path: PurePosixPath, line: int, what: str, mend: str) -> ExampleError:
    return ExampleError(Problem(f"examples/{path}", line, "example", what, mend))


def _nearest(path: PurePosixPath) -> str:
    import difflib

    names = [str(other) for other in every_path()]
    close = difflib.get_close_matches(str(path), names, n=1)
    return f"did you mean {close[0]}?" if close else f"create {relative(EXAMPLES)}/{path}"


@dataclass
class _Head:
    """What the directive lines at the top of a file say."""

    needs: frozenset[str] = frozenset()
    raises: str | None = None
    time_limit: int = DEFAULT_TIME_LIMIT
    in_repository: bool = False
    head: int = 0


def _directives(path: PurePosixPath, lines: list[str]) -> _Head:
    found = _Head()
    for number, line in enumerate(lines, 1):
        directive = _DIRECTIVE.match(line)
        if not directive:
            break
        found.head = number
        name, value = directive.groups()
        if name == "needs":
            words = {word.strip() for word in value.split(",") if word.strip()}
            found.needs |= words
            for word in sorted(words - NEEDS.keys()):
                known = ", ".join(NEEDS)
                raise _error(path, number, f"needs: {word} is not known", f"use one of {known}")
        elif name == "raises":
            found.raises = _raised(path, number, value)
        elif name == "where":
            if value != "repository":
                raise _error(path, number, f"where: {value} is not known", "write `repository`")
            found.in_repository = True
        else:
            if not value.isdecimal() or not 0 < int(value) <= 300:
                raise _error(path, number, "time-limit: wants 1 to 300", "write whole seconds")
            found.time_limit = int(value)
    return found


def _raised(path: PurePosixPath, number: int, value: str) -> str:
    if path.suffix == ".sql":
        states = re.split(r"\s*,\s*", value)
        if not all(re.fullmatch(r"[0-9A-Z]{5}", state) for state in states):
            what = "raises: wants the SQLSTATE of each error, in order"
            raise _error(path, number, what, "write `-- raises: 23505`")
        return ", ".join(states)
    if not value.isidentifier():
        raise _error(path, number, "raises: wants one name", "write `# raises: KeyError`")
    return value


def _definitions(text: str) -> dict[str, tuple[int, int]]:
    """Return the functions and classes of a Python file as sections.

    Quoted code then needs no marks: `services.py:accept_request` follows the function
    wherever it moves. A method is named `Class.method`.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return {}  # the linter's rule `readable` says so
    found: dict[str, tuple[int, int]] = {}
    for node in tree.body:
        if isinstance(node, _DEFINITION):
            found[node.name] = _span(node)
        if isinstance(node, ast.ClassDef):
            methods = [child for child in node.body if isinstance(child, _DEFINITION)]
            found |= {f"{node.name}.{method.name}": _span(method) for method in methods}
    return found


_DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _span(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> tuple[int, int]:
    """Return the line indexes of a definition with its decorators, as ``sections`` has them."""
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    return first - 1, node.end_lineno or node.lineno


def _sections(path: PurePosixPath, lines: list[str]) -> dict[str, tuple[int, int]]:
    opened: dict[str, int] = {}
    sections: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(lines):
        found = _MARK.match(line)
        if not found:
            continue
        what, name = found.groups()
        if what == "start":
            if name in opened or name in sections:
                raise _error(
                    path, number + 1, f"section {name} starts twice", "give it another name"
                )
            opened[name] = number + 1
        elif name not in opened:
            raise _error(
                path, number + 1, f"section {name} ends but never started", f"add [start:{name}]"
            )
        else:
            sections[name] = (opened.pop(name), number)
    for name, number in opened.items():
        raise _error(path, number, f"section {name} never ends", f"add [end:{name}]")
    return sections
