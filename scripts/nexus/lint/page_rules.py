"""Rules that look at one page at a time."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from nexus.fence import resolve
from nexus.lint.page import Page
from nexus.paths import DOCS, EXAMPLES
from nexus.playground import shown
from nexus.problems import ExampleError, Problem

KINDS = ("lesson", "tutorial", "case", "reference", "index", "guide")
STATUSES = ("new", "draft")
KEYS = {"title", "description", "kind", "prerequisites", "status", "hide", "search", "icon"}
DESCRIPTION = (50, 155)  # characters: a search engine shows about 155
LESSON_WORDS = (900, 2000)

LESSON_HEADINGS = (
    "You will be able to",
    "See it work",
    "How it works",
    "On the board",
    "When it breaks",
    "Choosing",
    "Check yourself",
    "Practice",
    "What this leaves out",
    "Next",
    "Further reading",
)
FENCES = {"example", "text", "quiz", "exercise", "progress", "playground"}
CASE_HEADINGS = ("Symptom", "Reproduce", "Cause", "Fix", "Proof", "Prevent")

# Word -> what to write.
BANNED = {
    "simply": "leave it out",
    "just": "leave it out, or say `only`",
    "easily": "leave it out",
    "easy": "say what makes it short or safe",
    "obviously": "leave it out",
    "of course": "leave it out",
    "as we all know": "leave it out",
    "basically": "leave it out",
    "trivial": "say what it takes",
    "behaviour": "behavior",
    "colour": "color",
    "serialise": "serialize",
    "organise": "organize",
    "initialise": "initialize",
    "optimise": "optimize",
    "recognise": "recognize",
    "synchronise": "synchronize",
    "normalise": "normalize",
    "centre": "center",
    "catalogue": "catalog",
    "favourite": "favorite",
}
_BANNED = re.compile(rf"\b({'|'.join(map(re.escape, BANNED))})(?:s|d|rs)?\b", re.I)
_VAGUE_LINK = re.compile(
    r"\[\s*(here|click here|this|link|this link|this page|read more|more)\s*\][(\[]", re.I
)
# In `[text](http://…)`, `<http://…>` and `[name]: http://…`; this machine is no stranger.
_PLAIN_ADDRESS = re.compile(
    r"(?:\]\(|<(?:a\b[^>]*href=[\"']?)?|^\s*\[[^\]]+\]:\s*)(http://(?!localhost|127\.0\.0\.1)[^)\s>]+)"
)
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\][(\[]")
_HTML_IMAGE = re.compile(r"<img\b(?P<attributes>[^>]*)>", re.I)
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)[^)]*\)")

Rule = Callable[[Page], Iterator[Problem]]


def front_matter(page: Page) -> Iterator[Problem]:
    """The front matter can be read and follows the schema."""
    yield from page.faults
    if page.faults:
        return

    def wrong(key: str, what: str, mend: str) -> Problem:
        return page.problem(page.meta_lines.get(key, 1), "front-matter", what, mend)

    for key in page.meta.keys() - KEYS:
        yield wrong(key, f"key {key} is not known", f"use one of {', '.join(sorted(KEYS))}")
    for key in ("title", "description", "kind"):
        value = page.meta.get(key)
        if not isinstance(value, str) or not value.strip():
            yield wrong(key, f"{key} is missing or empty", f"add `{key}: …`")
    if page.kind and page.kind not in KINDS:
        yield wrong("kind", f"kind {page.kind} is not known", f"use one of {', '.join(KINDS)}")
    status = page.meta.get("status")
    if status is not None and status not in STATUSES:
        yield wrong("status", f"status {status} is not known", f"use one of {', '.join(STATUSES)}")
    wanted = page.meta.get("prerequisites", [])
    if not isinstance(wanted, list):
        yield wrong(
            "prerequisites", "prerequisites is no list", "write one page on a line, after `- `"
        )
        return
    for entry in wanted:
        if not isinstance(entry, str) or not (DOCS / entry).is_file():
            yield wrong(
                "prerequisites",
                f"there is no page docs/{entry}",
                "name an existing page, from docs/",
            )
    if page.kind == "lesson" and not wanted:
        yield wrong(
            "prerequisites",
            "a lesson names no prerequisites",
            "name the pages a reader needs first",
        )


def description(page: Page) -> Iterator[Problem]:
    """The description fits a search result."""
    text = page.meta.get("description")
    if isinstance(text, str) and not DESCRIPTION[0] <= len(text) <= DESCRIPTION[1]:
        low, high = DESCRIPTION
        yield page.problem(
            page.meta_lines.get("description", 1),
            "description",
            f"the description has {len(text)} characters",
            f"say in {low} to {high} characters what the reader will be able to do",
        )


def heading_levels(page: Page) -> Iterator[Problem]:
    """Headings start at level 2 and skip none; the title is the front matter's."""
    before = 1
    for heading in page.headings:
        if heading.level == 1:
            yield page.problem(
                heading.line,
                "heading-levels",
                "the body has a level-1 heading",
                "put it into `title:` in the front matter and start the body at ##",
            )
        elif heading.level > before + 1:
            yield page.problem(
                heading.line,
                "heading-levels",
                f"level {heading.level} follows level {before}",
                f"use level {before + 1}",
            )
        before = max(heading.level, 1)
    seen: dict[tuple[int, str], int] = {}
    for heading in page.headings:
        key = (heading.level, heading.text)
        if key in seen and heading.level == 2:
            yield page.problem(
                heading.line,
                "heading-levels",
                f"the heading “{heading.text}” stands twice",
                f"merge it with line {seen[key]}, or rename one",
            )
        seen.setdefault(key, heading.line)


def template(page: Page) -> Iterator[Problem]:
    """A lesson and a case have the headings of their template, in its order."""
    wanted = {"lesson": LESSON_HEADINGS, "case": CASE_HEADINGS}.get(page.kind)
    if wanted is None:
        return
    here = [heading for heading in page.headings if heading.level == 2]
    names = [heading.text for heading in here]
    for name in wanted:
        if name not in names:
            yield page.problem(1, "template", f"heading “{name}” is missing", f"add `## {name}`")
    for heading in here:
        if heading.text not in wanted and page.kind == "lesson":
            yield page.problem(
                heading.line,
                "template",
                f"heading “{heading.text}” is not in the lesson template",
                "make it a ### heading of How it works, or use a template heading",
            )
    known = [heading for heading in here if heading.text in wanted]
    for first, second in pairwise(known):
        if wanted.index(first.text) > wanted.index(second.text):
            yield page.problem(
                second.line,
                "template",
                f"“{second.text}” stands after “{first.text}”",
                f"order the headings: {', '.join(wanted)}",
            )
    if page.kind == "lesson":
        start = here[0].line if here else len(page.body)
        if not any(line.strip() for number, line in page.prose if number < start):
            yield page.problem(
                1, "template", "the lesson has no opening", "say in two sentences what it solves"
            )


def code(page: Page) -> Iterator[Problem]:
    """Code is quoted with the example fence, never typed by hand."""
    for fence in page.fences:
        if not fence.closed:
            yield page.problem(
                fence.line, "code", "the fence never ends", "close it with the same marks"
            )
        if fence.name not in FENCES:
            name = fence.name or "no name"
            yield page.problem(
                fence.line,
                "code",
                f"a fenced block with {name} holds hand-typed code",
                "put the code into a file under examples/ and quote it with an example fence "
                "(```text is for layouts and diagrams)",
            )
    blank, inside_list = True, False
    for number, line in page.prose:
        if re.match(r"\s*(?:[-*+]|\d+\.)\s|(?:!!!|\?\?\?|===|:\s)", line):
            inside_list = True
        elif line.strip() and not line.startswith((" ", "\t")):
            inside_list = False
        if re.match(r"(?: {4}|\t)\s*\S", line) and blank and not inside_list:
            yield page.problem(
                number,
                "code",
                "an indented block is code typed by hand",
                "quote an example instead",
            )
        blank = not line.strip()
    for number, line in page.uncoded:
        if re.search(r"<(pre|code|samp)\b", line):
            yield page.problem(
                number,
                "code",
                "HTML holds code typed by hand",
                "quote an example, or use `backticks`",
            )


def example(page: Page) -> Iterator[Problem]:
    """Each example fence names a file and a section that exist."""
    for fence in page.fences:
        if fence.name != "example":
            continue
        if fence.rest:
            yield page.problem(
                fence.line,
                "example",
                f"{fence.rest} is no option",
                'write options as show="output", with double quotes',
            )
        try:
            resolve(fence.body, fence.options)
        except ExampleError as error:
            found = error.problem
            place = f" ({found.file}:{found.line})" if found.line > 1 else f" ({found.file})"
            yield page.problem(fence.line + 1, "example", found.what + place, found.mend)


def playground(page: Page) -> Iterator[Problem]:
    """Each playground fence names a contract, and the page has values for its forms."""
    for fence in page.fences:
        if fence.name == "playground":
            try:
                shown(fence.body, page.path.with_suffix(""), "")
            except ExampleError as error:
                found = error.problem
                what = f"{found.what} ({found.file})"
                yield page.problem(fence.line + 1, "playground", what, found.mend)
            except (ValueError, LookupError) as error:
                what = f"{fence.body.strip()} cannot be read ({error})"
                yield page.problem(fence.line + 1, "playground", what, "mend the file")


def quotes(page: Page) -> Iterator[Problem]:
    """A page that teaches quotes at least one example, and first from its own folder."""
    if page.kind in {"reference", "guide"} or not page.kind:
        return
    quoted = [fence.body.strip() for fence in page.fences if fence.name == "example"]
    if not quoted:
        yield page.problem(
            1, "quotes", "the page quotes no example", "quote one with an example fence"
        )
    elif page.kind in {"lesson", "tutorial", "case"}:
        own = page.path.with_suffix("").as_posix() + "/"
        if (EXAMPLES / own).is_dir() and not any(body.startswith(own) for body in quoted):
            yield page.problem(
                1,
                "quotes",
                f"the page quotes nothing from examples/{own}",
                "quote its own examples",
            )


def words(page: Page) -> Iterator[Problem]:
    """Words that make a reader feel slow, and spellings that are not American."""
    for number, line in page.plain:
        for found in _BANNED.finditer(line):
            word = found[1].lower()
            yield page.problem(number, "words", f"“{found[0]}”", BANNED[word])


def length(page: Page) -> Iterator[Problem]:
    """A lesson has 900 to 2,000 words besides code."""
    low, high = LESSON_WORDS
    if page.kind == "lesson" and page.words > high:
        yield page.problem(
            1,
            "length",
            f"the lesson has {page.words:,} words",
            f"make two lessons of it (at most {high:,})",
        )
    elif page.kind == "lesson" and page.words < low:
        yield page.problem(
            1,
            "length",
            f"the lesson has {page.words:,} words",
            f"go deeper (at least {low})",
            warning=page.is_draft,
        )


def alt_text(page: Page) -> Iterator[Problem]:
    """Every image has a text alternative."""
    for number, line in page.uncoded:
        bare = [found for found in _IMAGE.finditer(line) if not found["alt"].strip()]
        bare += [found for found in _HTML_IMAGE.finditer(line) if "alt=" not in found["attributes"]]
        for _ in bare:
            yield page.problem(
                number, "alt-text", "an image has no alt text", "say in it what the image shows"
            )


def links(page: Page) -> Iterator[Problem]:
    """Link texts say where they lead; addresses use https."""
    for number, line in page.uncoded:
        for found in _VAGUE_LINK.finditer(line):
            yield page.problem(
                number,
                "links",
                f"the link text “{found[1]}” says nothing",
                "name the page it leads to",
            )
        for found in _PLAIN_ADDRESS.finditer(line):
            yield page.problem(number, "links", f"{found[1]} is not encrypted", "use https")


def further_reading(page: Page) -> Iterator[Problem]:
    """A lesson ends with one to five links."""
    if page.kind != "lesson":
        return
    start = next((h.line for h in page.headings if h.text == "Further reading"), None)
    if start is None:
        return  # the template rule says so
    count = sum(len(_LINK.findall(line)) for number, line in page.prose if number > start)
    if not 1 <= count <= 5:
        yield page.problem(
            start,
            "further-reading",
            f"Further reading has {count} links",
            "give one to five, official first",
            warning=page.is_draft and count == 0,
        )


RULES: tuple[Rule, ...] = (
    front_matter,
    description,
    heading_levels,
    template,
    code,
    example,
    playground,
    quotes,
    words,
    length,
    alt_text,
    links,
    further_reading,
)
IDS = {rule.__name__.replace("_", "-") for rule in RULES}
