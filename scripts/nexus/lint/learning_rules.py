"""Rules on what lets a reader test themselves: quizzes and exercises that a page quotes."""

from collections.abc import Callable, Iterator

from nexus.learning.exercises import check_exercise, is_exercise
from nexus.learning.quizzes import FILE, check_quiz
from nexus.lint.page import Fence, Page
from nexus.problems import Problem

Rule = Callable[[Page], Iterator[Problem]]

PLACES = {"quiz": "Check yourself", "exercise": "Practice"}


def check_yourself(page: Page) -> Iterator[Problem]:
    """A lesson has a quiz under Check yourself and an exercise under Practice."""
    if page.kind != "lesson":
        return
    for name, heading in PLACES.items():
        fences = [fence for fence in page.fences if fence.name == name]
        line = next((h.line for h in page.headings if h.text == heading), 1)
        if not fences:
            mend = f"quote one under `## {heading}` with a fence named {name}"
            yield page.problem(line, "check-yourself", f"the lesson has no {name}", mend)
        for fence in fences:
            above = [h.text for h in page.headings if h.level == 2 and h.line < fence.line]
            if above[-1:] != [heading]:
                yield page.problem(
                    fence.line,
                    "check-yourself",
                    f"the {name} stands under another heading",
                    f"move it below `## {heading}`",
                )


def quiz(page: Page) -> Iterator[Problem]:
    """Each quiz fence names the page's own quiz, and the quiz is right."""
    own = page.path.with_suffix("") / FILE
    for fence in page.fences:
        if fence.name != "quiz":
            continue
        yield from _options(page, fence)
        if fence.body.strip() != str(own):
            what = f"{fence.body.strip() or 'nothing'} is not the quiz of this page"
            yield page.problem(fence.line + 1, "quiz", what, f"write {own}")
        else:
            yield from check_quiz(own)


def exercise(page: Page) -> Iterator[Problem]:
    """Each exercise fence names a complete exercise of the page."""
    for fence in page.fences:
        if fence.name != "exercise":
            continue
        yield from _options(page, fence)
        body = fence.body.strip()
        own = page.path.with_suffix("").as_posix() + "/exercises/"
        if not body.startswith(own) or not is_exercise(body):
            what = f"{body or 'nothing'} is no exercise of this page"
            yield page.problem(fence.line + 1, "exercise", what, f"write {own}name_of_the_folder")
        else:
            yield from check_exercise(body)


def _options(page: Page, fence: Fence) -> Iterator[Problem]:
    for word in [*fence.options, *fence.rest.split()]:
        yield page.problem(
            fence.line, fence.name, f"{word} is no option", f"write ```{fence.name} alone"
        )


RULES: tuple[Rule, ...] = (check_yourself, quiz, exercise)
IDS = {rule.__name__.replace("_", "-") for rule in RULES}
