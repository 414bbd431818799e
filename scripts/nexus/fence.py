"""The `example` fence: renders a quoted example with its recorded output.

A Python-Markdown superfence format function, so that MkDocs and Zensical both use it.
"""

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from markdown import Markdown
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from nexus import inpage
from nexus.examples import Example, load
from nexus.kinds import NEEDS
from nexus.pages import CurrentPage, current_page
from nexus.paths import EXAMPLES
from nexus.problems import ExampleError, Problem
from nexus.versions import verified_with

# MkDocs counts the warnings of its own logger, and `strict` turns them into a failure.
log = logging.getLogger("mkdocs.nexus.fence")

SHOW = ("code", "output", "both")
# The test that runs every example and compares its output; published beside them.
HARNESS = "examples/tests/test_examples.py.html"


def resolve(body: str, options: Mapping[str, str]) -> tuple[Example, str | None, str]:
    """Return the example, the section (or None) and what to show.

    Args:
        body: the fence's body, ``path`` or ``path:section``.
        options: what stands on the fence line, such as ``{"show": "output"}``.

    Raises:
        ExampleError: the fence names something that does not exist. The problem's file
            is the example; the caller knows the page.
    """
    lines = [line.strip() for line in body.strip().splitlines() if line.strip()]
    if len(lines) != 1:
        raise _wrong(
            body, "the fence wants one line", "write `folder/file.py` or `folder/file.py:section`"
        )
    path, _, section = lines[0].partition(":")
    unknown = sorted(options.keys() - {"show"})
    if unknown:
        raise _wrong(
            path, f"option {unknown[0]} is not known", 'the one option is show="code|output|both"'
        )
    example = load(path)
    if section and section not in example.sections:
        known = ", ".join(sorted(example.sections)) or "none"
        raise _wrong(
            path, f"there is no section {section}", f"use one of its sections ({known}) or mark it"
        )
    show = options.get("show") or ("code" if section else "both")
    if show not in SHOW:
        raise _wrong(path, f"show={show} is not known", f"use one of {', '.join(SHOW)}")
    if show == "output" and not example.record.exists():
        raise _wrong(
            path,
            "it has no recorded output",
            f"run `python3 scripts/test.py --record examples/{path}`",
        )
    return example, section or None, show


def _wrong(path: str, what: str, mend: str) -> ExampleError:
    return ExampleError(Problem(f"examples/{path.strip()}", 1, "example", what, mend))


def validate(
    _language: str,
    inputs: dict[str, str],
    options: dict[str, Any],
    _attrs: dict[str, Any],
    _md: Markdown,
) -> bool:
    """Accept every option here; ``render`` says which one is wrong."""
    options.update(inputs)
    return True


def render(
    source: str, _language: str, _css_class: str, options: dict[str, Any], md: Markdown, **_: Any
) -> str:
    """Return the HTML of one `example` fence."""
    return shown_or_said(source, md, lambda page: figure(*resolve(source, options), page.root))


def shown_or_said(source: str, md: Markdown, show: Callable[[CurrentPage], str]) -> str:
    """Return what ``show`` makes for the page of ``md``, or why it cannot.

    What it cannot make is said in the page, and in a warning, which stops a strict build:
    superfences would swallow any error and show the fence as text.

    Args:
        source: the fence's body, to say which fence it is.
        md: what renders the page.
        show: returns the fence's HTML.
    """
    page = current_page(md)
    try:
        return show(page)
    except (ExampleError, OSError, ValueError, LookupError) as error:
        said = str(error) if isinstance(error, ExampleError) else f"{source.strip()}: {error}"
        log.warning("docs/%s: %s", page.source, said)
        return f'<div class="nx-error" role="alert"><p>{escape(said)}</p></div>'


def render_text(
    source: str, _language: str, _css_class: str, _options: dict[str, Any], _md: Markdown, **_: Any
) -> str:
    """Return the HTML of one `text` fence: a layout or a diagram, reachable by keyboard."""
    text = escape(source.rstrip(), quote=False)
    return f'<pre class="nx-text" tabindex="0"><code>{text}\n</code></pre>'


def figure(example: Example, section: str | None, show: str, root: str) -> str:
    """Return the block of ``example``, or of one ``section`` of it; ``show`` is one of SHOW."""
    parts = []
    if show != "output":
        parts.append(_code(example, section))
    if show != "code" and example.record.exists():
        parts.append(_output(example))
    # Attributes, so that a runner in the page knows what stands here.
    data = (
        f'data-example="{escape(str(example.path))}" data-needs="{" ".join(sorted(example.needs))}"'
    )
    if section:
        data += f' data-section="{section}"'
    data += inpage.attributes(example)
    return (
        f'<figure class="nx-example nx-{show}" {data}>'
        f"{_bar(example, section, root, inpage.buttons(example))}{''.join(parts)}"
        f"{inpage.local(example)}{_foot(example)}"
        "</figure>"
    )


def plain_figure(example: Example, root: str, *, links: bool = True) -> str:
    """Return the code of ``example``: not run, no output, nothing proven.

    Args:
        example: the file to show.
        root: the way from the page to the site's root.
        links: whether the bar leads to the full file and its test, which tell the output.
    """
    name = escape(example.path.name)
    bar = f'<figcaption class="nx-bar"><span class="nx-path">{name}</span></figcaption>'
    if links:
        bar = _bar(example, None, root, "")
    return (
        f'<figure class="nx-example nx-code" data-example="{escape(str(example.path))}">'
        f"{bar}{_code(example, None)}</figure>"
    )


def _bar(example: Example, section: str | None, root: str, buttons: str) -> str:
    """The line above the code: where it is from and what can be done with it."""
    path = escape(str(example.path))
    address = root + escape(example.address)
    name = escape(example.path.name)
    source = repository_url(f"examples/{example.path}")
    where = f'<a href="{source}" title="In the repository">{name}</a>' if source else name
    part = f' <span class="nx-section">{escape(section)}</span>' if section else ""
    return (
        f'<figcaption class="nx-bar" data-search-exclude>'
        f'<span class="nx-path" title="examples/{path}">{where}{part}</span>'
        f"{buttons}"
        f'<span class="nx-actions">'
        f'<a href="{address}.html">Full file</a>'
        f'<a href="{address}{example.kind.served_as}" download="{name}">Download</a>'
        f'<a href="{root}{proof(example)}">Test</a>'
        f"</span></figcaption>"
    )


def repository_url(path: str) -> str:
    """Return the address of ``path`` in the repository, or "" where that is not known.

    The publish workflow sets REPO_URL and REPO_COMMIT; a link to a commit does not rot.
    """
    repository = os.environ.get("REPO_URL", "").rstrip("/")
    ref = os.environ.get("REPO_COMMIT") or "main"
    return escape(f"{repository}/blob/{ref}/{path}") if repository else ""


def proof(example: Example) -> str:
    """Return the address, from the site's root, of the test that proves ``example``."""
    stem = "task" if example.is_exercise else example.path.stem
    beside = example.path.with_name(f"test_{stem}.py")
    if (EXAMPLES / beside).is_file():
        return f"{load(beside).address}.html"
    return HARNESS


def code_html(text: str, lexer: str, numbers: Sequence[int] = ()) -> str:
    """Return ``text`` highlighted, as lines of a `<pre>`.

    Args:
        text: the code.
        lexer: name of the Pygments lexer.
        numbers: the number of each line; none shows no numbers.
    """
    plain = get_lexer_by_name(lexer, stripnl=False)
    lines = highlight(text, plain, HtmlFormatter(nowrap=True)).removesuffix("\n")
    if numbers:
        # Numbers come from an attribute, so that copying and searching miss them.
        lines = "\n".join(
            f'<span class="nx-n" data-n="{number}"></span>{line}'
            for number, line in zip(numbers, lines.split("\n"), strict=True)
        )
    return f'<pre tabindex="0"><code>{lines}\n</code></pre>'


def _code(example: Example, section: str | None) -> str:
    text, numbers = example.shown(section)
    # A traceback speaks of line numbers: show them where one is. (psql counts per statement.)
    if not example.raises or section or example.path.suffix != ".py":
        numbers = []
    # Search results show outputs, where error messages stand; code would drown them.
    code = code_html(text, example.kind.lexer, numbers)
    return f'<div class="highlight" data-search-exclude>{code}</div>'


def _output(example: Example) -> str:
    text = escape(example.record.read_text("utf-8"), quote=False)
    label = "Transcript" if example.kind.runner == "bash" else "Output"
    return (
        f'<div class="nx-output"><span class="nx-label">{label}</span>'
        f'<pre tabindex="0" role="group" aria-label="{label} of {escape(example.path.name)}">'
        f"<samp>{text}</samp></pre></div>"
    )


def _foot(example: Example) -> str:
    if example.kind.runner is None:
        return ""  # read by what runs, which says so itself
    needs = [NEEDS[name] for name in sorted(example.needs - example.kind.needs)]
    extra = f"; needs {', '.join(needs)}" if needs else ""
    words = f"Verified with {verified_with(example)}{extra}"
    return f'<p class="nx-verified" data-search-exclude>{words}</p>'
