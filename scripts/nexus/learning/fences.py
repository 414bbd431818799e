"""The fences `quiz`, `exercise` and `progress`, as superfence format functions.

Like the `example` fence they work in MkDocs and Zensical; one that cannot be resolved
shows its message in the page and stops a strict build.
"""

import logging
from collections.abc import Callable
from html import escape
from typing import Any

from markdown import Markdown

from nexus.learning.exercise_html import exercise_html
from nexus.learning.exercises import load_exercise
from nexus.learning.overview import overview_html
from nexus.learning.quiz_html import quiz_html
from nexus.learning.quizzes import load_quiz
from nexus.pages import current_page
from nexus.problems import ExampleError

log = logging.getLogger("mkdocs.nexus.fence")


def render_quiz(
    source: str, _language: str, _class: str, _options: dict[str, Any], md: Markdown, **_: Any
) -> str:
    """Return the HTML of one `quiz` fence."""
    return _shown(lambda body, root: quiz_html(load_quiz(body), md, root), source, md)


def render_exercise(
    source: str, _language: str, _class: str, _options: dict[str, Any], md: Markdown, **_: Any
) -> str:
    """Return the HTML of one `exercise` fence."""
    return _shown(lambda body, root: exercise_html(load_exercise(body), md, root), source, md)


def render_progress(
    source: str, _language: str, _class: str, _options: dict[str, Any], md: Markdown, **_: Any
) -> str:
    """Return the HTML of one `progress` fence."""
    return _shown(lambda _body, root: overview_html(root), source, md)


def _shown(show: Callable[[str, str], str], source: str, md: Markdown) -> str:
    page = current_page(md)
    try:
        return show(source.strip(), page.root)
    except (ExampleError, OSError, ValueError) as error:
        # Superfences would swallow any error and show the fence as text.
        said = str(error) if isinstance(error, ExampleError) else f"{source.strip()}: {error}"
        log.warning("docs/%s: %s", page.source, said)
        return f'<div class="nx-error" role="alert"><p>{escape(said)}</p></div>'
