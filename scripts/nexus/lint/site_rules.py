"""Rules that need all pages at once."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import PurePosixPath

from nexus.examples import FIXTURES, IGNORED, Example, every_path, is_project, load, page_of
from nexus.kinds import kind_of
from nexus.learning.exercises import is_exercise
from nexus.lint.page import Page
from nexus.paths import DOCS, EXAMPLES, relative
from nexus.problems import ExampleError, Problem

Rule = Callable[[list[Page]], Iterator[Problem]]


def readable(_pages: list[Page]) -> Iterator[Problem]:
    """Every file under `examples/` can be read: known kind, directives, sections, syntax."""
    for path in every_path():
        try:
            example = load(path)
        except ExampleError as error:
            found = error.problem
            yield Problem(found.file, found.line, "readable", found.what, found.mend)
            continue
        yield from _syntax(example)


def _syntax(example: Example) -> Iterator[Problem]:
    name = f"examples/{example.path}"
    try:
        if example.path.suffix == ".py":
            compile(example.text, name, "exec", dont_inherit=True)
        elif example.kind.check is not None:
            example.kind.check(example.text)
    except SyntaxError as error:
        yield Problem(
            name, error.lineno or 1, "readable", f"syntax error, {error.msg}", "mend the code"
        )
    except ValueError as error:
        said = str(error).splitlines()[0]
        yield Problem(
            name, 1, "readable", f"not valid {example.kind.label}, {said}", "mend the file"
        )


def quoted(pages: list[Page]) -> Iterator[Problem]:
    """Every example is quoted by a page, or used by another file in its folder."""
    bodies = {
        fence.body.strip().partition(":")[0]
        for page in pages
        for fence in page.fences
        if fence.name in {"example", "quiz", "exercise", "playground"}
    }
    paths = every_path()
    for path in paths:
        folder = page_of(path)
        exercise = PurePosixPath(*path.parts[:4])
        if is_exercise(exercise) and exercise != path:
            if str(exercise) not in bodies:
                bodies.add(str(exercise))
                what, mend = "no page quotes this exercise", "quote it under `## Practice`"
                yield Problem(f"examples/{exercise}", 1, "quoted", what, mend)
            continue
        if str(path) in bodies or kind_of(path) is None or is_project(folder):
            continue
        if _used(path, [other for other in paths if other != path and folder in other.parents]):
            continue
        yield Problem(
            f"examples/{path}",
            1,
            "quoted",
            "no page quotes this example and no file beside it uses it",
            "quote it on its page, or delete it",
        )


def _used(path: PurePosixPath, beside: list[PurePosixPath]) -> bool:
    """Whether a sibling mentions ``path``, or ``path`` is a test of a sibling."""
    if path.name.startswith("test_") or path.name in {
        *("__init__.py", "__main__.py", "conftest.py", FIXTURES)
    }:
        return bool(beside)
    return any(path.stem in _text(other, (EXAMPLES / other).stat().st_mtime_ns) for other in beside)


@cache  # each file is asked about once for every file beside it
def _text(path: PurePosixPath, _changed: int) -> str:
    return (EXAMPLES / path).read_text("utf-8", "replace")


def records(_pages: list[Page]) -> Iterator[Problem]:
    """Every recorded output is text and lies beside an example that prints it."""
    paths = set(every_path())
    for file in sorted(EXAMPLES.rglob("*.out")):
        path = PurePosixPath(file.with_suffix("").relative_to(EXAMPLES).as_posix())
        if IGNORED.intersection(path.parts) or any(part[0] == "." for part in path.parts):
            continue
        name, what = relative(file), ""
        if path not in paths:
            what = "there is no example beside it"
        elif _never_prints(path):
            what = "the file beside it is never run by itself"
        if what:
            yield Problem(name, 1, "records", what, "delete the file")
            continue
        try:
            file.read_text("utf-8")
        except UnicodeDecodeError:
            mend = f"run `python3 scripts/test.py --record examples/{path}`"
            yield Problem(name, 1, "records", "the record is not UTF-8", mend)


def _never_prints(path: PurePosixPath) -> bool:
    try:
        example = load(path)
    except ExampleError:
        return False  # the rule `readable` says what is wrong
    return not (example.runs and example.kind.recorded)


def folders(_pages: list[Page]) -> Iterator[Problem]:
    """The folders under `examples/` carry the names of the pages under `docs/`."""
    seen: set[PurePosixPath] = set()
    for path in every_path():
        page = page_of(path)
        if page in seen:
            continue
        seen.add(page)
        if len(page.parts) < 2 and not is_project(page):
            yield Problem(
                f"examples/{path}", 1, "folders", "the file lies in no page's folder", "move it"
            )
        elif not (DOCS / f"{page}.md").is_file() and not (DOCS / page / "index.md").is_file():
            yield Problem(
                f"examples/{path}",
                1,
                "folders",
                f"there is no page docs/{page}.md",
                "name the folder as its page, or write the page",
            )


RULES: tuple[Rule, ...] = (readable, quoted, records, folders)
IDS = {rule.__name__.replace("_", "-") for rule in RULES}
