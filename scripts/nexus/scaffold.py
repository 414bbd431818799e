"""`new.py`: makes a page with example, test, quiz and exercise, valid from the start."""

import argparse
import re
from pathlib import Path, PurePosixPath

from nexus.examples import every
from nexus.lint.page_rules import CASE_HEADINGS, LESSON_HEADINGS
from nexus.paths import CONFIG, DOCS, EXAMPLES, relative
from nexus.problems import NexusError
from nexus.records import record

EXAMPLE = '''"""Say what this example shows, in one sentence."""


def greeting(name: str) -> str:
    """Return the words that greet ``name``."""
    return f"Hello, {name}."


if __name__ == "__main__":
    print(greeting("Ada"))
'''
TEST = """from first import greeting


def test_greets_by_name():
    assert greeting("Lin") == "Hello, Lin."
"""


QUIZ = """- id: greets-whom
  kind: one
  question: What does `greeting("Lin")` return?
  options:
    - text: "`Hello, Lin.`"
      right: true
      why: The name in the call is the one that the function greets.
    - text: "`Hello, Ada.`"
      why: The name `Ada` stands in another call, in the block that runs the file.
    - text: "`None`"
      why: The function has a `return`; without it, the answer would be `None`.
- id: error-without-name
  kind: short
  question: Which exception does `greeting()` end in, without a name?
  answers: ["TypeError"]
  wrong:
    - answer: ValueError
      why: A wrong value raises it. Here a value is missing.
  why: A call that leaves out a needed argument raises `TypeError`.
- id: what-it-prints
  kind: predict
  question: What does this program print?
  example: {name}/quiz_greetings.py
  why: The loop greets each name of the list, in its order.
"""
QUIZ_EXAMPLE = """from first import greeting

for name in ["Lin", "Ada"]:
    print(greeting(name))
"""
# File -> text of an exercise that shows the shape, and is proven as it stands.
EXERCISE = {
    "exercise.yaml": """title: Greet everybody
kind: write
statement: |
  Write `greet_all(names)`: it returns a list with one greeting, such as `Hello, Ada.`, for each
  name.
hints:
  - A list comprehension makes a list from a list.
  - '`[f"Hello, {name}." for name in names]` has one text for each name.'
starter_fails: one greeting for each name
""",
    "task.py": """def greet_all(names: list[str]) -> list[str]:
    return []
""",
    "solution.py": """def greet_all(names: list[str]) -> list[str]:
    return [f"Hello, {name}." for name in names]
""",
    "wrong_only_first.py": """def greet_all(names: list[str]) -> list[str]:
    for name in names:
        return [f"Hello, {name}."]
    return []
""",
    "test_task.py": """from task import greet_all


def test_everybody_is_greeted():
    words = ["Hello, Ada.", "Hello, Lin."]
    assert greet_all(["Ada", "Lin"]) == words, "one greeting for each name, in their order"


def test_nobody_is_greeted_when_nobody_is_there():
    assert greet_all([]) == [], "without names there are no greetings"
""",
}


def main() -> int:
    """Make what the command line asks for and say what was made."""
    parser = argparse.ArgumentParser(prog="new.py", description="Make a page with its example.")
    kinds = ("chapter", "page", "challenge", "error")
    parser.add_argument(
        "kind", choices=kinds, help="chapter: a part with its index; page: a lesson"
    )
    parser.add_argument(
        "path", help="where, from docs/, such as python/dates; a chapter is one word"
    )
    parser.add_argument("title", help="the page's title")
    options = parser.parse_args()
    for file in make(options.kind, options.path.removesuffix(".md").strip("/"), options.title):
        print(f"made  {relative(file)}")
    print("Next: python3 scripts/serve.py, then change one thing at a time.")
    return 0


def make(kind: str, path: str, title: str) -> list[Path]:
    """Make the page ``path`` (from `docs/`) with its example, test, record and nav entry.

    Args:
        kind: chapter, page, challenge or error.
        path: lower-case words joined by ``_``, in one folder; a chapter has no folder.
        title: the page's title.

    Returns:
        The files made or changed.

    Raises:
        NexusError: the name does not fit, or something of that name exists.
    """
    if kind in {"challenge", "error"} and "/" not in path:
        path = f"{kind}s/{path}"
    wanted = r"[a-z][a-z0-9_]*" if kind == "chapter" else r"[a-z][a-z0-9_]*/[a-z][a-z0-9_]*"
    if not re.fullmatch(wanted, path):
        form = "one word" if kind == "chapter" else "chapter/page"
        raise NexusError(f"{path} does not fit: write {form} in lower-case letters, digits and _.")
    name = PurePosixPath(path, "index") if kind == "chapter" else PurePosixPath(path)
    page, folder = DOCS / f"{name}.md", EXAMPLES / name
    for existing in (page, folder):
        if existing.exists():
            raise NexusError(f"{relative(existing)} exists already; choose another name.")
    files = _write(page, folder, _page(kind, name, title))
    if kind == "page":
        files += _write_learning(folder, name)
    _add_to_nav(name, title)
    for example in every():
        if example.file.parent == folder and example.runs:
            record(example)
            files.append(example.record)
    return [*files, CONFIG]


def _write(page: Path, folder: Path, text: str) -> list[Path]:
    return _make({page: text, folder / "first.py": EXAMPLE, folder / "test_first.py": TEST})


def _write_learning(folder: Path, name: PurePosixPath) -> list[Path]:
    """Write a quiz of each kind of answer, and an exercise that the tests prove."""
    quiz = {"quiz.yaml": QUIZ.replace("{name}", str(name)), "quiz_greetings.py": QUIZ_EXAMPLE}
    exercise = {f"exercises/greet_all/{file}": text for file, text in EXERCISE.items()}
    return _make({folder / file: text for file, text in (quiz | exercise).items()})


def _make(contents: dict[Path, str]) -> list[Path]:
    for file, content in contents.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8", newline="\n")
    return list(contents)


def _page(kind: str, name: PurePosixPath, title: str) -> str:
    quoted = f"```example\n{name}/first.py\n```\n"
    shown = {
        "See it work": quoted,
        "Reproduce": quoted,
        "Check yourself": f"```quiz\n{name}/quiz.yaml\n```\n",
        "Practice": f"```exercise\n{name}/exercises/greet_all\n```\n",
    }
    title_line = '"' + title.replace('"', '\\"') + '"'
    shape = {"chapter": "index", "page": "lesson"}.get(kind, "case")
    head = [
        "---",
        f"title: {title_line}",
        "description: Say in 50 to 155 characters what the reader will be able to do after it.",
        f"kind: {shape}",
        *(["prerequisites:", "  - start/run.md"] if kind == "page" else []),
        "status: draft",
        "---",
        "",
        "Say in two or three sentences which problem this solves.",
        "",
    ]
    if kind == "chapter":
        return "\n".join([*head, quoted])
    headings = LESSON_HEADINGS if kind == "page" else CASE_HEADINGS
    for heading in headings:
        head += [f"## {heading}", "", shown.get(heading, "To be written.\n")]
    return "\n".join(head)


def _add_to_nav(name: PurePosixPath, title: str) -> None:
    """Add the page to the navigation: after its chapter's last page, or as a new chapter."""
    lines = CONFIG.read_text("utf-8").splitlines()
    start = lines.index("nav:")
    end = next(i for i in range(start + 1, len(lines)) if lines[i] and lines[i][0] not in " #")
    chapter = f"{name.parts[0]}/"
    beside = [i for i in range(start, end) if lines[i].strip().startswith(f"- {chapter}")]
    if beside:
        indent = lines[beside[-1]][: -len(lines[beside[-1]].lstrip())]
        lines.insert(beside[-1] + 1, f"{indent}- {name}.md")
    else:
        last = max(i for i in range(start, end) if lines[i].strip())
        label = title if name.stem == "index" else name.parts[0].replace("_", " ").capitalize()
        lines[last + 1 : last + 1] = [f"  - {label}:", f"      - {name}.md"]
    CONFIG.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
