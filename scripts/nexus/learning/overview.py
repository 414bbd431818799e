"""The Progress page's list of lessons: what there is to read, answer and solve."""

import re
from html import escape
from pathlib import PurePosixPath

from nexus.learning.exercises import exercises_of
from nexus.learning.quizzes import FILE, load_quiz
from nexus.pages import front_matter
from nexus.paths import CONFIG, DOCS, EXAMPLES

_ROW = (
    '<tr data-lesson="{page}"><th scope="row"><a href="{root}{page}/">{title}</a></th>'
    '<td data-ids="{questions}">{asked}</td>'
    '<td data-ids="{exercises}">{posed}</td></tr>'
)


def lessons() -> list[PurePosixPath]:
    """Return the lessons in the order of the navigation, as paths without suffix."""
    nav = CONFIG.read_text("utf-8").partition("\nnav:\n")[2]
    named = re.findall(r"^ +- (?:.*: )?([\w/-]+)\.md$", nav, re.M)
    found = [PurePosixPath(name) for name in named if (DOCS / f"{name}.md").is_file()]
    return [page for page in found if front_matter(page.with_suffix(".md")).get("kind") == "lesson"]


def overview_html(root: str) -> str:
    """Return the list of lessons for a page whose way to the site's root is ``root``."""
    rows = "".join(_row(page, root) for page in lessons())
    return (
        '<section class="nx-overview" data-part="overview" aria-label="Your progress">'
        '<div class="nx-table" tabindex="0" role="group" aria-label="Table"><table class="nx-rows">'
        '<thead><tr><th scope="col">Lesson</th><th scope="col">Questions</th>'
        f'<th scope="col">Exercises</th></tr></thead><tbody>{rows}</tbody></table></div>'
        # Not <noscript>: a script that could not be fetched leaves this in place too.
        '<p class="nx-note">Your progress needs JavaScript: without it, this list says what there '
        "is.</p></section>"
    )


def _row(page: PurePosixPath, root: str) -> str:
    quiz = page / FILE
    asked = load_quiz(quiz).questions if (EXAMPLES / quiz).is_file() else ()
    posed = exercises_of(page)
    return _ROW.format(
        page=page,
        root=root,
        title=escape(str(front_matter(page.with_suffix(".md")).get("title", page.name))),
        questions=" ".join(question.id for question in asked),
        asked=len(asked),
        exercises=" ".join(path.name for path in posed),
        posed=len(posed),
    )
