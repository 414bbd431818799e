"""A quiz as HTML: readable and answerable without a script, which only adds to it."""

from html import escape

from markdown import Markdown

from nexus import inpage
from nexus.fence import plain_figure
from nexus.learning.prose import to_html, to_phrase
from nexus.learning.quizzes import Option, Question, Quiz


def quiz_html(quiz: Quiz, md: Markdown, root: str) -> str:
    """Return ``quiz`` for a page whose way to the site's root is ``root``."""
    count = len(quiz.questions)
    questions = [
        _question(question, f"Question {number} of {count}", md, root)
        for number, question in enumerate(quiz.questions, 1)
    ]
    return (
        f'<section class="nx-quiz" aria-label="Quiz" data-part="quiz" '
        f'data-page="{escape(quiz.page)}">{"".join(questions)}</section>'
    )


def _question(question: Question, count: str, md: Markdown, root: str) -> str:
    first, rest = to_phrase(md, question.text)
    code = plain_figure(question.example, root, links=False) if question.example else ""
    several = '<p class="nx-note">More than one may be right.</p>'
    return (
        f'<div class="nx-question" id="quiz-{question.id}" data-id="{question.id}" '
        f'data-kind="{question.kind}"{_where(question)}>'
        f'<fieldset><legend><span class="nx-count">{count}</span> {first}</legend>{rest}{code}'
        f"{several if question.kind == 'several' else ''}{_inputs(question, md)}</fieldset>"
        f'<details class="nx-answer" data-search-exclude>'
        f"<summary>Answer and explanations</summary>{_answer(question, md)}</details></div>"
    )


def _where(question: Question) -> str:
    """Return where a runtime in the page finds the code to predict."""
    example = question.example
    if question.kind != "predict" or not example or inpage.runtime(example) != "python":
        return ""
    file = example.path.relative_to(example.page.parent)
    return f' data-zip="examples/{escape(str(example.page))}.zip" data-file="{escape(str(file))}"'


def _inputs(question: Question, md: Markdown) -> str:
    name = f"quiz-{question.id}"
    if question.kind == "predict":
        lines = len(_record(question).splitlines())
        return (
            f'<label class="nx-typed">Your prediction of the output'
            f'<textarea name="{name}" rows="{max(2, lines)}" spellcheck="false" autocomplete="off" '
            f'autocapitalize="off"></textarea></label>'
        )
    if question.kind == "short":
        return (
            f'<label class="nx-typed">Your answer<input type="text" name="{name}" '
            f'spellcheck="false" autocomplete="off" autocapitalize="off"></label>'
        )
    kind = "radio" if question.kind == "one" else "checkbox"
    return "".join(
        f'<label class="nx-option"><input type="{kind}" name="{name}" value="{number}">'
        f"<span>{_line(md, option.text)}</span></label>"
        for number, option in enumerate(question.options)
    )


def _answer(question: Question, md: Markdown) -> str:
    output = ""
    if question.example and question.example.record.exists():
        name = escape(question.example.path.name)
        output = (
            f'<pre class="nx-printed" tabindex="0" role="group" aria-label="Output of {name}">'
            f"<samp>{escape(_record(question), quote=False)}</samp></pre>"
        )
    if question.kind in {"one", "several"}:
        return f"<ul>{''.join(_choice(option, md) for option in question.options)}</ul>{output}"
    accepted = " or ".join(f"<code>{escape(answer)}</code>" for answer in question.answers)
    right = "\n".join(question.answers) or _record(question)
    return (
        f'{f"<p>{accepted}</p>" if accepted else output}<div class="nx-why" '
        f'data-right data-answer="{_attribute(right)}">{to_html(md, question.why)}</div>'
        f"<ul>{''.join(_mistake(option, md) for option in question.options)}</ul>"
        f"{output if accepted else ''}"
    )


def _choice(option: Option, md: Markdown) -> str:
    verdict, right = ("Right", " data-right") if option.right else ("Not right", "")
    return (
        f"<li><strong>{verdict}:</strong> {_line(md, option.text)}"
        f'<div class="nx-why"{right}>{to_html(md, option.why)}</div></li>'
    )


def _mistake(option: Option, md: Markdown) -> str:
    shown = f"<code>{escape(option.text.strip())}</code>"
    if "\n" in option.text.strip():
        shown = f'<pre tabindex="0"><samp>{escape(option.text, quote=False)}</samp></pre>'
    return (
        f'<li><strong>Not right:</strong> {shown}<div class="nx-why" '
        f'data-answer="{_attribute(option.text)}">{to_html(md, option.why)}</div></li>'
    )


def _line(md: Markdown, text: str) -> str:
    return " ".join(part for part in to_phrase(md, text) if part)


def _record(question: Question) -> str:
    return question.example.record.read_text("utf-8") if question.example else ""


def _attribute(text: str) -> str:
    """Escape ``text`` for an attribute whose line ends count."""
    return escape(text.strip("\n")).replace("\n", "&#10;")
