"""Quizzes and exercises: what their data may hold, what the page shows, how answers are tried."""

import html
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import nexus.examples
import nexus.paths
from conftest import command
from nexus.learning import fences, overview
from nexus.learning.answering import try_answer
from nexus.learning.exercises import check_exercise, load_exercise
from nexus.learning.quizzes import check_quiz, load_quiz
from nexus.learning.trials import attempt
from nexus.paths import CONFIG, EXAMPLES, ROOT
from nexus.problems import ExampleError, NexusError, Problem

QUIZ, FOLDER = "part/page/quiz.yaml", "part/page/exercises/double"
QUESTIONS = """\
- id: one-of-three
  kind: one
  question: Which of them is an even number?
  example: part/page/quiz_shown.py
  options:
    - text: "`1`"
      why: One is an *odd* number.
    - text: "`2`"
      right: true
      why: Two is an even number.
    - text: "`3`"
      why: Three is an odd number.
- id: some
  kind: several
  question: Which of them are odd numbers?
  options:
    - {text: "1", right: true, why: One is an odd number.}
    - {text: "2", why: Two is an even number.}
    - {text: "3", right: true, why: Three is an odd number.}
- id: typed
  kind: short
  question: What is two and two?
  answers: ["4", "four"]
  wrong:
    - {answer: "22", why: That joins two texts.}
  why: It is the sum of both.
- id: out
  kind: predict
  question: What does this print?
  example: part/page/quiz_out.py
  wrong:
    - {answer: "2\\n1\\n", why: The loop counts upwards.}
  why: The loop counts upwards from one.
"""
EXERCISE = {
    "exercise.yaml": """\
title: Double a number
kind: write
statement: Write `double(n)`, which returns twice the number `n`.
hints:
  - Which operator multiplies?
  - "It is `*`."
starter_fails: double(2) is 4
""",
    "task.py": "def double(n):\n    return n\n",
    "solution.py": "def double(n):\n    return 2 * n\n",
    "wrong_square.py": "def double(n):\n    return n * n\n",
    "test_task.py": """\
from task import double


def test_two():
    assert double(2) == 4, "double(2) is 4"


def test_three():
    assert double(3) == 6, "double(3) is 6"
""",
}
ORDER = {
    "exercise.yaml": """\
title: Double a number
kind: order
statement: Put the lines of the function `double` in their order.
hints: [A function begins with its first line.]
distractors: ["    return n"]
""",
    "solution.py": "def double(n):\n\n    twice = 2 * n\n    return twice\n",
    "wrong_square.py": EXERCISE["wrong_square.py"],
    "test_task.py": EXERCISE["test_task.py"],
}
Render = Callable[[str], str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An `examples/` folder with one right quiz and one right exercise."""
    root = tmp_path.resolve()
    for name, module in list(sys.modules.items()):
        if name.startswith("nexus.") and hasattr(module, "EXAMPLES"):
            monkeypatch.setattr(module, "EXAMPLES", root / "examples")
    monkeypatch.setattr(nexus.paths, "ROOT", root)
    nexus.examples._load.cache_clear()
    put(root / "examples" / QUIZ, QUESTIONS)
    put(root / "examples/part/page/quiz_shown.py", "print(1 < 2)\n")
    put(root / "examples/part/page/quiz_shown.py.out", "True\n")
    put(root / "examples/part/page/quiz_out.py", "for n in (1, 2):\n    print(n)\n")
    put(root / "examples/part/page/quiz_out.py.out", "1\n2\n")
    for name, text in EXERCISE.items():
        put(root / "examples" / FOLDER / name, text)
    return root / "examples"


def put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} is not in {file}"
    put(file, text.replace(old, new, 1))


def said(problems: list[Problem]) -> list[str]:
    return [
        re.sub(r"^examples/part/page/(?:exercises/)?", "", str(problem)) for problem in problems
    ]


# The data


WHY = "explain in Markdown why this is right, or why not"
# What is broken -> (old text, new text, what is said of it).
BROKEN_QUIZ = {
    "yaml": (
        "question: Which of them is",
        "question: Which: of them is",
        "3: quiz: invalid YAML, mapping values are not allowed here: "
        "put quotes around a text that holds a colon, a # or a quote",
    ),
    "key": (
        "  example: part/page/quiz_shown",
        "  exampel: part/page/quiz_shown",
        "4: quiz: key exampel is not known in question 1: did you mean example?",
    ),
    "key-of-another-kind": (
        "  answers: [",
        "  options: [",
        "20: quiz: question 3 has no answers: add `answers: …`: "
        'list what is accepted, such as `["KeyError"]`',
        "23: quiz: key options is not known in question 3: "
        "use one of id, kind, question, example, answers, wrong, why",
    ),
    "key-twice": (
        "  kind: one\n",
        "  kind: one\n  kind: short\n",
        "3: quiz: key kind stands twice: keep one of them",
    ),
    "why-of-an-option": (
        "      why: One is an *odd* number.\n",
        "",
        f"6: quiz: option 1 has no why: add `why: …`: {WHY}",
    ),
    "why-empty": (
        "      why: One is an *odd* number.\n",
        '      why: ""\n',
        f"7: quiz: why is missing or too short: {WHY}",
    ),
    "why-of-a-question": (
        "  why: It is the sum of both.\n",
        "",
        f"20: quiz: question 3 has no why: add `why: …`: {WHY}",
    ),
    "none-right": (
        "      right: true\n",
        "",
        "5: quiz: no option is right: write `right: true` on one",
    ),
    "two-right": (
        '    - text: "`3`"\n',
        '    - text: "`3`"\n      right: true\n',
        "5: quiz: 2 options are right in `kind: one`: "
        "keep one `right: true`, or write `kind: several`",
    ),
    "all-right": (
        '{text: "2", why',
        '{text: "2", right: true, why',
        "16: quiz: every option is right: add one that is not",
    ),
    "two-options": (
        '    - text: "`3`"\n      why: Three is an odd number.\n',
        "",
        "5: quiz: options has 2 entries: write 3 to 5 options",
    ),
    "id-twice": (
        "id: typed",
        "id: some",
        "20: quiz: id some stands twice: question 2 has it already; choose another",
    ),
    "id-form": (
        "id: typed",
        "id: Typed out",
        "20: quiz: id 'Typed out' does not fit: name it in lower-case letters, digits and -, "
        "for good: readers' progress hangs on it",
    ),
    "kind": (
        "kind: several",
        "kind: many",
        "14: quiz: kind 'many' does not fit: write one, several, short or predict",
    ),
    "type": (
        '["4", "four"]',
        "[4]",
        "23: quiz: answer 1 is not text: write the answer as text, in quotes",
    ),
    "example": (
        "quiz_shown.py",
        "quiz_show.py",
        "4: quiz: there is no such file (examples/part/page/quiz_show.py): "
        "did you mean part/page/quiz_shown.py?",
    ),
    "record": (
        "quiz_out.py",
        "quiz_new.py",
        "30: quiz: examples/part/page/quiz_new.py has no recorded output: "
        "run `python3 scripts/test.py --record examples/part/page/quiz_new.py`",
    ),
    "never-run": (
        "part/page/quiz_out.py",
        "part/page/exercises/double/task.py",
        "30: quiz: examples/part/page/exercises/double/task.py cannot be predicted: "
        "name a .py file that runs by itself and needs nothing",
    ),
    "fence": (
        "question: What is two and two?",
        "question: |\n    What is\n    ```\n    2 + 2",
        "22: quiz: the question holds a fence: "
        "put the code into a quiz_….py file and name it in `example:`",
    ),
}


@pytest.mark.usefixtures("here")
def test_what_is_right_is_passed_over() -> None:
    assert check_quiz(QUIZ) == []
    assert check_exercise(FOLDER) == []
    quiz = load_quiz(QUIZ)
    assert [question.kind for question in quiz.questions] == ["one", "several", "short", "predict"]
    assert [option.right for option in quiz.questions[0].options] == [False, True, False]
    assert load_exercise(FOLDER).hints[1] == "It is `*`."


@pytest.mark.parametrize("name", BROKEN_QUIZ)
def test_what_is_wrong_in_a_quiz_is_said_with_its_line(here: Path, name: str) -> None:
    put(here / "part/page/quiz_new.py", "print(1)\n")
    old, new, *expected = BROKEN_QUIZ[name]
    edit(here / QUIZ, old, new)
    assert said(check_quiz(QUIZ)) == [f"quiz.yaml:{line}" for line in expected]
    with pytest.raises(ExampleError):
        load_quiz(QUIZ)


def test_a_quiz_has_at_least_three_questions(here: Path) -> None:
    put(here / QUIZ, QUESTIONS[: QUESTIONS.index("- id: typed")])
    assert said(check_quiz(QUIZ)) == [
        "quiz.yaml:1: quiz: the quiz has 2 entries: a quiz has at least 3 questions"
    ]


@pytest.mark.parametrize("text", ["", "just: a map\n", "- text\n", "- [1]\n"])
def test_another_shape_is_refused_and_breaks_nothing(here: Path, text: str) -> None:
    put(here / QUIZ, text)
    assert check_quiz(QUIZ)


# What is broken -> (file, old text or None for no file, new text, what is said of it).
BROKEN_EXERCISE = {
    "key": (
        "exercise.yaml",
        "hints",
        "tips",
        "double/exercise.yaml:1: exercise: the exercise has no hints: add `hints: …`: "
        "write 1 to 4 hints, each in Markdown, from a nudge to nearly the answer",
        "double/exercise.yaml:4: exercise: key tips is not known in the exercise: "
        "use one of title, kind, statement, hints, starter_fails, distractors",
    ),
    "no-hint": (
        "exercise.yaml",
        'hints:\n  - Which operator multiplies?\n  - "It is `*`."\n',
        "hints: []\n",
        "double/exercise.yaml:4: exercise: hints has 0 entries: "
        "write 1 to 4 hints, each in Markdown, from a nudge to nearly the answer",
    ),
    "reason": (
        "exercise.yaml",
        "starter_fails: double(2) is 4\n",
        "",
        "double/exercise.yaml:1: exercise: the exercise has no starter_fails: "
        "add `starter_fails: …`: "
        "quote the words of the report by which the starter fails for the intended reason",
    ),
    "kind": (
        "exercise.yaml",
        "kind: write",
        "kind: guess",
        "double/exercise.yaml:2: exercise: kind 'guess' does not fit: "
        "write one of write, fix, order or predict",
    ),
    "distractors": (
        "exercise.yaml",
        "kind: write",
        "distractors: [x]\nkind: write",
        "double/exercise.yaml:2: exercise: distractors is out of place: "
        "only `kind: order` has lines that do not belong",
    ),
    "data": (
        "exercise.yaml",
        None,
        "",
        "double:1: exercise: there is no exercise.yaml: write it: title, kind, statement, hints",
    ),
    "starter": (
        "task.py",
        None,
        "",
        "double:1: exercise: there is no task.py: write the code that the reader begins with",
    ),
    "solution": (
        "solution.py",
        None,
        "",
        "double:1: exercise: there is no solution.py: write the reference solution",
    ),
    "tests": (
        "test_task.py",
        None,
        "",
        "double:1: exercise: there is no test_task.py: write tests of what `task` defines",
    ),
    "wrong": (
        "wrong_square.py",
        None,
        "",
        "double:1: exercise: there is no wrong_….py: "
        "write one plausible wrong answer, named by its mistake, such as wrong_alias.py",
    ),
    "import": (
        "test_task.py",
        "from task import",
        "from solution import",
        "double/test_task.py:1: exercise: the tests do not import task: write `from task import …`",
    ),
    "fence": (
        "exercise.yaml",
        "statement: Write",
        'statement: "```py" #',
        "double/exercise.yaml:3: exercise: statement is missing or too short: "
        "say in Markdown what the code must do, with its names",
    ),
}


@pytest.mark.parametrize("name", BROKEN_EXERCISE)
def test_what_is_wrong_in_an_exercise_is_said(here: Path, name: str) -> None:
    file, old, new, *expected = BROKEN_EXERCISE[name]
    if old is None:
        (here / FOLDER / file).unlink()
    else:
        edit(here / FOLDER / file, old, new)
    assert said(check_exercise(FOLDER)) == expected


def test_an_order_exercise_has_no_starter_and_fitting_lines(here: Path) -> None:
    shutil.rmtree(here / FOLDER)
    for name, text in ORDER.items():
        put(here / FOLDER / name, text)
    assert check_exercise(FOLDER) == []
    put(here / FOLDER / "task.py", "")
    edit(here / FOLDER / "exercise.yaml", "    return n", "    return twice")
    assert said(check_exercise(FOLDER)) == [
        "double/task.py:1: exercise: `kind: order` has no starter: "
        "delete it: the page shows the lines of solution.py in disorder",
        "double/exercise.yaml:5: exercise: the distractor is a line of the solution: "
        "change it, so that it does not belong",
    ]


def test_lines_are_in_the_same_disorder_each_time_and_never_in_order(here: Path) -> None:
    for number in range(12):  # twelve names, twelve disorders
        folder = f"part/page/exercises/double_{number}"
        for name, text in ORDER.items():
            put(here / folder / name, text)
        exercise = load_exercise(folder)
        lines = exercise.shuffled
        assert lines == load_exercise(folder).shuffled
        assert sorted(lines) == sorted([*exercise.solution.splitlines(), "    return n"])
        assert [line for line in lines if line != "    return n"] != exercise.solution.splitlines()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("path", ["part/page/exercises/none", "part/page", "part", ".", "../../x"])
def test_what_is_no_exercise_is_named(path: str) -> None:
    (problem,) = check_exercise(path)
    assert problem.what == "there is no such exercise"


# Trying answers


@pytest.mark.usefixtures("here")
def test_answers_are_tried_each_by_itself() -> None:
    exercise = load_exercise(FOLDER)
    answers = [
        exercise.solution,
        exercise.starter,
        "double = None\n",
        "import nothing_of_this_name\n",
        "raise SystemExit(3)\n",
        exercise.solution,
    ]
    trials = attempt([(exercise, answer) for answer in answers])
    assert [trial.passed for trial in trials] == [True, False, False, False, False, True]
    assert [test.title for test in trials[0].tests] == ["two", "three"]
    assert trials[1].tests[0].message.splitlines()[0] == "AssertionError: double(2) is 4"
    assert "nothing_of_this_name" in trials[3].report


@pytest.mark.usefixtures("here")
def test_an_endless_answer_takes_no_other_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nexus.learning.trials.TIME_LIMIT", 2)
    exercise = load_exercise(FOLDER)
    answers = [exercise.solution, "while True: pass\n", exercise.solution]
    trials = attempt([(exercise, answer) for answer in answers])
    assert [(trial.passed, trial.hangs) for trial in trials] == [
        (True, False),
        (False, True),
        (True, False),
    ]


def test_a_reader_tries_the_starter_and_an_own_answer(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert try_answer(load_exercise(FOLDER).path) == 1
    shown = capsys.readouterr().out
    assert "  failed  two\n            AssertionError: double(2) is 4" in shown
    assert "0 of 2 tests passed. Change the code" in shown
    assert try_answer(load_exercise(FOLDER).path, here / FOLDER / "solution.py") == 0
    assert "2 of 2 tests passed. Solved." in capsys.readouterr().out
    with pytest.raises(NexusError, match="There is no file"):
        try_answer(load_exercise(FOLDER).path, here / "none.py")


def test_an_order_exercise_shows_its_lines_where_no_answer_is_named(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(here / FOLDER)
    for name, text in ORDER.items():
        put(here / FOLDER / name, text)
    with pytest.raises(NexusError, match=r"run\.py examples/part/page/exercises/double THAT_FILE"):
        try_answer(load_exercise(FOLDER).path)
    assert load_exercise(FOLDER).starter in capsys.readouterr().out


def test_the_run_command_takes_the_folder_of_an_exercise() -> None:
    folder = next(EXAMPLES.glob("*/*/exercises/*/task.py")).parent.relative_to(ROOT)
    done = command("scripts/run.py", str(folder))
    assert done.returncode == 1, done.stdout
    assert "tests passed. Change the code" in done.stdout
    done = command("scripts/run.py", str(folder), str(ROOT / folder / "solution.py"))
    assert done.returncode == 0, done.stdout
    assert "Solved." in done.stdout


# The page


@pytest.fixture(scope="module")
def config():
    return load_config(str(CONFIG))


@pytest.fixture
def render(config, here: Path, monkeypatch: pytest.MonkeyPatch) -> Render:
    """A function that renders Markdown as MkDocs does, with the settings of `mkdocs.yml`."""
    monkeypatch.chdir(ROOT)

    def rendered(markdown: str) -> str:
        file = File("part/page.md", str(here), str(here), use_directory_urls=True)
        page = file.page = Page("Page", file, config)
        page.markdown, page.meta = markdown, {"kind": "lesson"}
        page.render(config, Files([file]))
        assert page.content is not None
        return page.content

    return rendered


def quiz_of(render: Render) -> str:
    return render(f"## Check\n\n```quiz\n{QUIZ}\n```\n")


def exercise_of(render: Render) -> str:
    return render(f"```exercise\n{FOLDER}\n```\n")


def test_a_quiz_reads_and_answers_without_a_script(render: Render) -> None:
    shown = quiz_of(render)
    assert shown.count("<fieldset>") == shown.count("<legend>") == 4
    assert shown.count('type="radio" name="quiz-one-of-three"') == 3
    assert shown.count('type="checkbox" name="quiz-some"') == 3
    assert shown.count("<summary>Answer and explanations</summary>") == 4
    first = shown.split('<div class="nx-question"')[1]
    assert "<strong>Right:</strong> <code>2</code>" in first
    assert "<p>One is an <em>odd</em> number.</p>" in first
    assert "<samp>True\n</samp>" in first.split("<details")[1]
    assert "True" not in first.split("<details")[0], "the output stands before the answer"
    typed = shown.split('<div class="nx-question"')[3]
    assert "<code>4</code> or <code>four</code>" in typed
    assert 'data-right data-answer="4&#10;four"' in typed
    out = shown.split('<div class="nx-question"')[4]
    assert 'data-zip="examples/part/page.zip" data-file="page/quiz_out.py"' in out
    assert 'data-right data-answer="1&#10;2"' in out
    assert "data-run" not in shown


def test_an_exercise_reads_without_a_script(render: Render) -> None:
    shown = exercise_of(render)
    assert "Write it</span> Double a number</h3>" in shown
    assert "Write <code>double(n)</code>, which returns" in shown
    assert shown.count('<details class="nx-hint"') == 2
    assert "<summary>Solution</summary><figure" in shown
    assert "python3 scripts/run.py examples/part/page/exercises/double</code>" in shown
    assert 'href="../../examples/part/page/exercises/double/test_task.py.html"' in shown
    assert 'data-zip="examples/part/page.zip" data-folder="page/exercises/double"' in shown
    # Nobody says of a starter that it works.
    assert "Verified with" not in shown


def test_lines_to_order_keep_their_indentation(render: Render, here: Path) -> None:
    shutil.rmtree(here / FOLDER)
    for name, text in ORDER.items():
        put(here / FOLDER / name, text)
    shown = exercise_of(render)
    assert shown.count("<li><code>") == 4
    assert "<li><code>    twice = 2 * n</code></li>" in shown
    assert '<ol class="nx-lines" data-spare>' in shown


EVIL = '"><script>alert(1)</script>'


@pytest.mark.parametrize("place", ["text: `{}`", "answer: {}", "why: Wrong. `{}`", "answers: {}"])
def test_what_a_quiz_holds_is_escaped(render: Render, here: Path, place: str) -> None:
    data = yaml.safe_load(QUESTIONS)
    key, _, form = place.partition(": ")
    value = form.format(EVIL)
    targets = {
        "text": (data[0]["options"][0], "text", value),
        "why": (data[0]["options"][0], "why", value),
        "answer": (data[3]["wrong"][0], "answer", value),
        "answers": (data[2], "answers", [value]),
    }
    entry, name, value = targets[key]
    entry[name] = value
    put(here / QUIZ, yaml.safe_dump(data))
    shown = quiz_of(render)
    assert "<script" not in shown
    assert html.escape(EVIL) in shown or html.escape(EVIL, quote=False) in shown


def test_what_an_exercise_holds_is_escaped(render: Render, here: Path) -> None:
    edit(here / FOLDER / "exercise.yaml", "title: Double", f"title: '{EVIL} Double")
    edit(here / FOLDER / "exercise.yaml", "a number\n", "a number'\n")
    put(here / FOLDER / "task.py", f"x = '''{EVIL}'''\n")
    put(here / FOLDER / "solution.py", f"x = '''{EVIL}'''\n")
    shown = exercise_of(render)
    assert "<script" not in shown
    assert html.escape(EVIL) in shown


def test_markdown_of_the_data_is_the_pages_own(render: Render, here: Path) -> None:
    edit(here / QUIZ, "One is an *odd* number.", '"See [the check](#check).\\n\\n- ++ctrl+c++\\n"')
    shown = quiz_of(render)
    assert '<a href="#check">the check</a>' in shown
    assert '<kbd class="key-control">Ctrl</kbd>' in shown
    assert "\x02" not in shown, "a placeholder of Markdown was left"


@pytest.mark.parametrize("fence", ["quiz", "exercise"])
def test_a_wrong_fence_shows_a_box_and_warns(
    render: Render, caplog: pytest.LogCaptureFixture, fence: str
) -> None:
    shown = render(f"```{fence}\npart/page/<b>none\n```\n")
    assert '<div class="nx-error" role="alert"><p>examples/part/page/&lt;b&gt;none' in shown
    assert [name for name, _, _ in caplog.record_tuples] == ["mkdocs.nexus.fence"]


def test_every_lesson_is_listed_with_its_counts() -> None:
    shown = overview.overview_html("../../")
    rows = re.findall(r'<tr data-lesson="([^"]+)">.*?</tr>', shown)
    assert rows == [str(page) for page in overview.lessons()]
    assert len(rows) >= 10
    for page in rows:
        quiz = load_quiz(f"{page}/quiz.yaml")
        ids = " ".join(question.id for question in quiz.questions)
        assert f'data-ids="{ids}">{len(quiz.questions)}</td>' in shown
    assert fences.render_progress("lessons", "", "", {}, _md()) == shown.replace("../../", "./")


def _md():
    from markdown import Markdown

    return Markdown()


def test_a_page_says_where_its_progress_goes(render: Render) -> None:
    assert '<div data-part="progress" class="nx-here" data-lesson="part/page"' in render("Words.")


@pytest.mark.usefixtures("here")
def test_exercises_are_published_and_never_collected() -> None:
    for example in nexus.examples.every():
        if "exercises" in example.path.parts:
            assert example.is_support
            assert not example.is_test
            assert not example.runs
    names = {str(example.path) for example in nexus.examples.every()}
    assert {f"{FOLDER}/{name}" for name in EXERCISE} <= names


def test_the_parts_of_the_program_of_trials_need_nothing_of_ours() -> None:
    batch = ROOT / "scripts/nexus/learning/batch.py"
    assert "nexus" not in re.sub(r'""".*?"""', "", batch.read_text("utf-8"), flags=re.S)
    done = subprocess.run(
        [sys.executable, "-P", str(batch)], input="", capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
