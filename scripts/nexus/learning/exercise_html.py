"""An exercise as HTML: statement, starter, hints and solution, all readable without a script."""

from html import escape

from markdown import Markdown

from nexus.examples import load
from nexus.fence import plain_figure
from nexus.learning.exercises import KINDS, SOLUTION, STARTER, TESTS, Exercise
from nexus.learning.prose import to_html

_SECTION = """\
<section class="nx-exercise" id="exercise-{id}" data-part="exercise" data-kind="{kind}"\
 data-exercise="{path}" data-zip="examples/{page}.zip" data-folder="{folder}">
<h3>{title}</h3>
<div class="nx-statement">{statement}</div>
<div class="nx-work">{starter}</div>
<p class="nx-note" data-search-exclude>{links}<br>On your machine: <code>{command}</code></p>
{hints}
<details class="nx-solution" data-search-exclude><summary>Solution</summary>{solution}</details>
</section>"""


def exercise_html(exercise: Exercise, md: Markdown, root: str) -> str:
    """Return ``exercise`` for a page whose way to the site's root is ``root``."""
    path = exercise.path
    tests = load(path / TESTS)
    links = f'<a href="{root}{escape(tests.address)}.html">The tests</a> that an answer must pass'
    command = f"python3 scripts/run.py examples/{path}"
    return _SECTION.format(
        id=path.name,
        kind=exercise.kind,
        path=escape(str(path)),
        page=tests.page,
        folder=path.relative_to(tests.page.parent),
        title=f'<span class="nx-count">{KINDS[exercise.kind]}</span> {escape(exercise.title)}',
        statement=to_html(md, exercise.statement),
        starter=_lines(exercise) if exercise.kind == "order" else _starter(exercise, root),
        links=links,
        command=command + " my_answer.py" * (exercise.kind == "order"),
        hints="".join(_hint(exercise, number, md) for number in range(len(exercise.hints))),
        solution=plain_figure(load(path / SOLUTION), root),
    )


def _starter(exercise: Exercise, root: str) -> str:
    return plain_figure(load(exercise.path / STARTER), root)


def _lines(exercise: Exercise) -> str:
    """Return the lines to order; a script adds the buttons that move them."""
    lines = [f"<li><code>{escape(line, quote=False)}</code></li>" for line in exercise.shuffled]
    spare = " data-spare" if exercise.distractors else ""
    return f'<ol class="nx-lines"{spare}>{"".join(lines)}</ol>'


def _hint(exercise: Exercise, number: int, md: Markdown) -> str:
    return (
        f'<details class="nx-hint" data-search-exclude><summary>Hint {number + 1} of '
        f"{len(exercise.hints)}</summary>{to_html(md, exercise.hints[number])}</details>"
    )
