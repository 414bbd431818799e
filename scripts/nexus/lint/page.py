"""A Markdown page as the linter reads it: front matter, headings, fences, prose."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from nexus.paths import DOCS, relative
from nexus.problems import Problem

# A fence may stand in a list, a tab or a block quote.
_FENCE = re.compile(r"^[\s>]*(?P<mark>`{3,}|~{3,})\s*(?P<info>.*)$")
_OPTION = re.compile(r'\s+(\w+)="([^"]*)"')
_HEADING = re.compile(r"^(#{1,6})\s*(\S.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^(=+|-{2,})\s*$")
_CODE_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_LINK_TARGET = re.compile(r"\]\([^)]*\)|<[^>]+>|\{[^}]*\}")


@dataclass(frozen=True)
class Fence:
    """One fenced block: its info string's first word, options, body and place.

    ``rest`` is what the info string holds besides the name and options.
    """

    name: str
    options: dict[str, str]
    rest: str
    body: str
    line: int
    closed: bool


@dataclass(frozen=True)
class Heading:
    """One heading: its level, text and line number."""

    level: int
    text: str
    line: int


@dataclass
class Page:
    """One page under `docs/`.

    Attributes:
        file: the file.
        text: the whole text.
        meta: the front matter ({} when it is broken).
        meta_lines: front matter key -> line number.
        faults: what is wrong with the front matter itself.
        body: the body's lines, as (number, line), front matter left out.
        fences: the fenced blocks, in order.
        headings: the headings, in order.
        prose: lines outside fences, as (number, line).
    """

    file: Path
    text: str
    meta: dict[str, Any] = field(default_factory=dict)
    meta_lines: dict[str, int] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    body: list[tuple[int, str]] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    prose: list[tuple[int, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The file's path as messages show it."""
        return relative(self.file)

    @property
    def path(self) -> PurePosixPath:
        """The page's path from `docs/`."""
        return PurePosixPath(self.file.relative_to(DOCS).as_posix())

    @property
    def kind(self) -> str:
        """What kind of page the front matter says it is ("" when it does not)."""
        return str(self.meta.get("kind", ""))

    @property
    def is_draft(self) -> bool:
        """Whether the page says that it is not finished."""
        return self.meta.get("status") == "draft"

    def problem(self, line: int, rule: str, what: str, mend: str, warning: bool = False) -> Problem:
        """Return a problem at ``line`` of this page."""
        return Problem(self.name, line, rule, what, mend, warning)

    @cached_property
    def uncoded(self) -> list[tuple[int, str]]:
        """Prose lines with each code span replaced by one word."""
        return [(number, _CODE_SPAN.sub("`code`", line)) for number, line in self.prose]

    @cached_property
    def plain(self) -> list[tuple[int, str]]:
        """Prose lines without inline code, link targets and HTML tags."""
        return [(number, _LINK_TARGET.sub("]", line)) for number, line in self.uncoded]

    @property
    def words(self) -> int:
        """How many words the prose has."""
        text = " ".join(line for _, line in self.plain)
        return len(re.findall(r"[A-Za-z0-9][\w'’-]*", text))


def read(file: Path) -> Page:
    """Read and take apart the page in ``file``."""
    try:
        page = Page(file, file.read_text("utf-8"))
    except UnicodeDecodeError:
        page = Page(file, "")
        page.faults.append(
            page.problem(1, "front-matter", "the page is not UTF-8", "save it as UTF-8")
        )
        return page
    text = page.text
    lines = text.splitlines()
    start = _front_matter(page, lines)
    page.body = list(enumerate(lines, 1))[start:]
    _scan(page)
    return page


def _front_matter(page: Page, lines: list[str]) -> int:
    """Fill in the front matter; return the index of the first body line."""
    if not lines or lines[0] != "---":
        page.faults.append(
            page.problem(
                1,
                "front-matter",
                "there is no front matter",
                "start the page with --- and its keys",
            )
        )
        return 0
    try:
        end = lines.index("---", 1)
    except ValueError:
        page.faults.append(
            page.problem(
                1, "front-matter", "the front matter never ends", "close it with a line ---"
            )
        )
        return len(lines)
    try:
        meta = yaml.safe_load("\n".join(lines[1:end]))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        said = getattr(error, "problem", None) or "cannot be read"
        page.faults.append(
            page.problem(
                line,
                "front-matter",
                f"invalid YAML, {said}",
                "put quotes around a value that holds a colon, a # or a quote",
            )
        )
        return end + 1
    if not isinstance(meta, dict):
        page.faults.append(
            page.problem(
                1, "front-matter", "the front matter is no list of keys", "write `key: value` lines"
            )
        )
        return end + 1
    page.meta = meta
    for number, line in enumerate(lines[1:end], 2):
        if key := re.match(r"([\w-]+):", line):
            page.meta_lines[key[1]] = number
    return end + 1


def _scan(page: Page) -> None:
    """Fill in fences, headings and prose."""
    rows = iter(page.body)
    before = ""
    for number, line in rows:
        opening = _FENCE.match(line)
        if opening:
            page.fences.append(_fence(opening, number, rows))
            continue
        page.prose.append((number, line))
        if heading := _HEADING.match(line):
            page.headings.append(Heading(len(heading[1]), heading[2], number))
        elif (underline := _UNDERLINE.match(line)) and re.match(r"[^\s|>#*+-]", before):
            page.headings.append(Heading(1 if underline[1][0] == "=" else 2, before, number - 1))
        before = line


def _fence(opening: re.Match[str], number: int, rows: Any) -> Fence:
    name, _, info = opening["info"].strip().partition(" ")
    info = f" {info}" if info else ""
    body, closed = [], False
    for _, line in rows:
        if re.fullmatch(
            rf"[\s>]*{re.escape(opening['mark'][0])}{{{len(opening['mark'])},}}\s*", line
        ):
            closed = True
            break
        body.append(
            re.sub(r"^\s*>\s?", "", line) if ">" in opening[0][: opening.start("mark")] else line
        )
    rest = _OPTION.sub("", info).strip()
    return Fence(name, dict(_OPTION.findall(info)), rest, "\n".join(body), number, closed)
