"""The fences `quiz`, `exercise` and `progress`, as superfence format functions.

Like the `example` fence they work in MkDocs and Zensical; one that cannot be resolved
shows its message in the page and stops a strict build.
"""

from typing import Any

from markdown import Markdown

from nexus.fence import shown_or_said
from nexus.learning.exercise_html import exercise_html
from nexus.learning.exercises import load_exercise
from nexus.learning.overview import overview_html
from nexus.learning.quiz_html import quiz_html
from nexus.learning.quizzes import load_quiz


def render_quiz(
    source: str, _language: str, _class: str, _options: dict[str, Any], md: Markdown, **_: Any
) -> str:
    """Return the HTML of one `quiz` fence."""
    quiz = source.strip()
    return shown_or_said(source, md, lambda page: quiz_html(load_quiz(quiz), md, page.root))


def render_exercise(
    source: str, _language: str, _class: str, _options: dict[str, Any], md: Markdown, **_: Any
) -> str:
    """Return the HTML of one `exercise` fence."""
    folder = source.strip()
    return shown_or_said(
        source, md, lambda page: exercise_html(load_exercise(folder), md, page.root)
    )


def render_progress(
    source: str, _language: str, _class: str, _options: dict[str, Any], md: Markdown, **_: Any
) -> str:
    """Return the HTML of one `progress` fence."""
    return shown_or_said(source, md, lambda page: overview_html(page.root))
