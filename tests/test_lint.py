"""Breaks each rule of the linter on purpose and looks at the exact message."""

import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

import nexus.paths
from nexus import hooks, lint
from nexus.building import report
from nexus.paths import DOCS
from nexus.problems import NexusError, Problem

PAGE, OTHER, CASE = "docs/python/values.md", "docs/start/run.md", "docs/python/mended.md"
FOLDER = "examples/python/values"
FILLER = "Two names can stand for one value, and a change shows under both of them. " * 65  # 975
OPENING = "Two names can stand for one value. This lesson shows when that matters."
LESSON = f"""\
---
title: Values
description: Name values, change them in place, and tell which of two names see the change.
kind: lesson
prerequisites:
  - start/run.md
---

{OPENING}

## You will be able to

- Name a value.

## See it work

```example
python/values/names.py
```

## How it works

{FILLER}

## On the board

Projects have names.

## When it breaks

Sometimes.

## Choosing

A list or a tuple.

## Check yourself

What is a name?

```quiz
python/values/quiz.yaml
```

## Practice

Rename a project.

```exercise
python/values/exercises/rename
```

## What this leaves out

Garbage collection.

## Next

[Functions](functions.md)

## Further reading

- [Naming and binding](https://docs.python.org/3/reference/)
"""
EXERCISE = f"{FOLDER}/exercises/rename"
EXERCISE_DATA = """\
title: Rename a project
kind: fix
statement: Make the name stand for the value two.
hints:
  - What does the name stand for?
starter_fails: assert 1 == 2
"""
QUIZ = """\
- id: first
  kind: predict
  question: What does this print?
  example: python/values/quiz_two.py
  why: It prints the number.
- id: second
  kind: short
  question: What is two and two?
  answers: ["4"]
  why: It is the sum of both.
- id: third
  kind: one
  question: Which of them is an even number?
  options:
    - {text: "1", why: One is an odd number.}
    - {text: "2", why: Two is an even number., right: true}
    - {text: "3", why: Three is an odd number.}
"""
CASE_PAGE = """\
---
title: A list that changes by itself
description: Find the second name of a list that changes by itself, and keep the two apart for good.
kind: case
---

## Symptom

Words.

## Reproduce

```example
python/values/names.py
```

## Cause

Words.

## Fix

Words.

## Proof

Words.

## Prevent

Words.
"""
GUIDE = """\
---
title: Run any example
description: Run, change and test any example of the site on your own machine, alone or with all.
kind: guide
---

Words.
"""
CLEAN: dict[str, str | bytes] = {
    PAGE: LESSON,
    CASE: CASE_PAGE,
    OTHER: GUIDE,
    f"{FOLDER}/names.py": "# --8<-- [start:ada]\nprint('Ada')\n# --8<-- [end:ada]\n",
    f"{FOLDER}/names.py.out": "Ada\n",
    f"{FOLDER}/test_names.py": "import names\n",
    f"{FOLDER}/quiz.yaml": QUIZ,
    f"{FOLDER}/quiz_two.py": "print(2)\n",
    f"{FOLDER}/quiz_two.py.out": "2\n",
    f"{EXERCISE}/exercise.yaml": EXERCISE_DATA,
    f"{EXERCISE}/task.py": "x = 1\n",
    f"{EXERCISE}/solution.py": "x = 2\n",
    f"{EXERCISE}/wrong_three.py": "x = 3\n",
    f"{EXERCISE}/test_task.py": "from task import x\n\n\ndef test_two():\n    assert x == 2\n",
}
# A change is (file, old text, new text); an old text of None replaces the whole file.
Change = tuple[str, str | None, str | bytes]
Case = tuple[list[Change], list[str]]
Lint = Callable[..., list[str]]


def added(text: str) -> Change:
    """Add ``text`` to a page without a template, from its line 9 on."""
    return OTHER, "Words.\n", f"Words.\n\n{text}\n"


def lesson(old: str, new: str) -> Change:
    return PAGE, old, new


def described(length: int) -> Change:
    """Give the lesson a description of ``length`` characters."""
    return lesson(LESSON.splitlines()[2], f"description: {'a' * length}")


def example(name: str, content: str | bytes = "") -> Change:
    return f"{FOLDER}/{name}", None, content


VALUES = "examples/start/run/values.toml"
PLAYGROUND = "```playground\nstart/run/values.toml\n```"


def fence(body: str, options: str = "") -> str:
    return f"```example{options}\n{body}\n```"


DRAFT = lesson("kind: lesson", "kind: lesson\nstatus: draft")
NO_READING = lesson("- [Naming and binding](https://docs.python.org/3/reference/)\n", "")
TOO_LONG = lesson(FILLER, FILLER * 3)
TOO_SHORT = lesson(FILLER, "")
LINK = "[Another page](https://example.org/)\n"
# Tests that pytest collects count as used, so that only the rule at hand speaks of them.
HELD = "test_other.py"

MISSING = "front-matter: {0} is missing or empty: add `{0}: …`"
SHORT = "say in 50 to 155 characters what the reader will be able to do"
TYPED = (
    "put the code into a file under examples/ and quote it with an example fence "
    "(```text is for layouts and diagrams)"
)
ONE_LINE = "write `folder/file.py` or `folder/file.py:section`"
CASE_ORDER = "order the headings: Symptom, Reproduce, Cause, Fix, Proof, Prevent"
NO_ALT = f"{OTHER}:9: alt-text: an image has no alt text: say in it what the image shows"
UNQUOTED = (
    "quoted: no page quotes this example and no file beside it uses it: "
    "quote it on its page, or delete it"
)
NEEDS = (
    "board, postgres, redis, rabbitmq, docker, network, packages, node, subprocess, threads, "
    "files, bash, windows, posix"
)

BROKEN: dict[str, Case] = {
    "front-matter-none": (
        [(OTHER, None, "Words.\n")],
        [
            f"{OTHER}:1: front-matter: there is no front matter: "
            "start the page with --- and its keys"
        ],
    ),
    "front-matter-open": (
        [(OTHER, None, "---\ntitle: Run\n")],
        [f"{OTHER}:1: front-matter: the front matter never ends: close it with a line ---"],
    ),
    "front-matter-colon": (
        [(OTHER, "description: Run", "description: Run: one")],
        [
            f"{OTHER}:3: front-matter: invalid YAML, mapping values are not allowed here: "
            "put quotes around a value that holds a colon, a # or a quote"
        ],
    ),
    "front-matter-no-keys": (
        [(OTHER, None, "---\n- title\n---\n")],
        [f"{OTHER}:1: front-matter: the front matter is no list of keys: write `key: value` lines"],
    ),
    "front-matter-key": (
        [lesson("kind: lesson", "kind: lesson\nauthor: Ada")],
        [
            f"{PAGE}:5: front-matter: key author is not known: "
            "use one of description, hide, icon, kind, prerequisites, search, status, title"
        ],
    ),
    "front-matter-title": (
        [lesson("title: Values\n", "")],
        [f"{PAGE}:1: {MISSING.format('title')}"],
    ),
    "front-matter-number": (
        [lesson("title: Values\n", "title: 5\n")],
        [f"{PAGE}:2: {MISSING.format('title')}"],
    ),
    "front-matter-description": (
        [described(0)],
        [f"{PAGE}:3: {MISSING.format('description')}"],
    ),
    "front-matter-no-kind": (
        [(OTHER, "kind: guide\n", "")],
        [f"{OTHER}:1: {MISSING.format('kind')}"],
    ),
    "front-matter-kind": (
        [(OTHER, "kind: guide\n", "kind: essay\n"), added(fence("python/values/names.py"))],
        [
            f"{OTHER}:4: front-matter: kind essay is not known: "
            "use one of lesson, tutorial, case, reference, index, guide"
        ],
    ),
    "front-matter-status": (
        [lesson("kind: lesson", "kind: lesson\nstatus: old")],
        [f"{PAGE}:5: front-matter: status old is not known: use one of new, draft"],
    ),
    "front-matter-no-list": (
        [lesson("prerequisites:\n  - start/run.md\n", "prerequisites: start/run.md\n")],
        [f"{PAGE}:5: front-matter: prerequisites is no list: write one page on a line, after `- `"],
    ),
    "front-matter-no-page": (
        [lesson("  - start/run.md", "  - start/walk.md")],
        [
            f"{PAGE}:5: front-matter: there is no page docs/start/walk.md: "
            "name an existing page, from docs/"
        ],
    ),
    "front-matter-no-prerequisites": (
        [lesson("prerequisites:\n  - start/run.md\n", "")],
        [
            f"{PAGE}:1: front-matter: a lesson names no prerequisites: "
            "name the pages a reader needs first"
        ],
    ),
    "description-short": (
        [described(49)],
        [f"{PAGE}:3: description: the description has 49 characters: {SHORT}"],
    ),
    "description-long": (
        [described(156)],
        [f"{PAGE}:3: description: the description has 156 characters: {SHORT}"],
    ),
    "heading-levels-title": (
        [added("# Run")],
        [
            f"{OTHER}:9: heading-levels: the body has a level-1 heading: "
            "put it into `title:` in the front matter and start the body at ##"
        ],
    ),
    "heading-levels-first": (
        [added("### Deep")],
        [f"{OTHER}:9: heading-levels: level 3 follows level 1: use level 2"],
    ),
    "heading-levels-skip": (
        [lesson("A list or a tuple.", "#### Deep")],
        [f"{PAGE}:35: heading-levels: level 4 follows level 2: use level 3"],
    ),
    "heading-levels-twice": (
        [added("## Run\n\n### Once\n\n## Run")],
        [
            f"{OTHER}:13: heading-levels: the heading “Run” stands twice: "
            "merge it with line 9, or rename one"
        ],
    ),
    "template-missing": (
        [lesson("## Choosing\n", "")],
        [f"{PAGE}:1: template: heading “Choosing” is missing: add `## Choosing`"],
    ),
    "template-unknown": (
        [lesson("A list or a tuple.\n", "A list or a tuple.\n\n## History\n")],
        [
            f"{PAGE}:37: template: heading “History” is not in the lesson template: "
            "make it a ### heading of How it works, or use a template heading"
        ],
    ),
    "template-opening": (
        [lesson(OPENING, "")],
        [f"{PAGE}:1: template: the lesson has no opening: say in two sentences what it solves"],
    ),
    "template-order": (
        [(CASE, "## Cause\n\nWords.\n\n## Fix\n", "## Fix\n\nWords.\n\n## Cause\n")],
        [f"{CASE}:21: template: “Cause” stands after “Fix”: {CASE_ORDER}"],
    ),
    "template-case": (
        [(CASE, "## Prevent\n", "")],
        [f"{CASE}:1: template: heading “Prevent” is missing: add `## Prevent`"],
    ),
    "check-yourself-quiz": (
        [lesson("```quiz\npython/values/quiz.yaml\n```\n", "")],
        [
            f"{PAGE}:37: check-yourself: the lesson has no quiz: "
            "quote one under `## Check yourself` with a fence named quiz",
            f"{FOLDER}/quiz.yaml:1: {UNQUOTED}",
        ],
    ),
    "check-yourself-exercise": (
        [
            lesson("## Practice\n", ""),
            lesson("```exercise\npython/values/exercises/rename\n```\n", ""),
        ],
        [
            f"{PAGE}:1: template: heading “Practice” is missing: add `## Practice`",
            f"{PAGE}:1: check-yourself: the lesson has no exercise: "
            "quote one under `## Practice` with a fence named exercise",
            f"{EXERCISE}:1: quoted: no page quotes this exercise: quote it under `## Practice`",
        ],
    ),
    "check-yourself-place": (
        [
            lesson("## Practice\n\nRename", "Rename"),
            lesson("## What this", "## Practice\n\n## What this"),
        ],
        [
            f"{PAGE}:47: check-yourself: the exercise stands under another heading: "
            "move it below `## Practice`",
        ],
    ),
    "quiz-data": (
        [(f"{FOLDER}/quiz.yaml", "kind: short", "kind: shot")],
        [
            f"{FOLDER}/quiz.yaml:7: quiz: kind 'shot' does not fit: "
            "write one, several, short or predict"
        ],
    ),
    "quiz-of-another": (
        [added("```quiz\npython/values/quiz.yaml\n```")],
        [
            f"{OTHER}:10: quiz: python/values/quiz.yaml is not the quiz of this page: "
            "write start/run/quiz.yaml"
        ],
    ),
    "quiz-missing": (
        [added("```quiz\nstart/run/quiz.yaml\n```")],
        ["examples/start/run/quiz.yaml:1: quiz: there is no such file in UTF-8: create it"],
    ),
    "quiz-option": (
        [lesson("```quiz\n", '```quiz title="Two" hidden\n')],
        [
            f"{PAGE}:41: quiz: {word} is no option: write ```quiz alone"
            for word in ("hidden", "title")
        ],
    ),
    "exercise-data": (
        [(f"{EXERCISE}/exercise.yaml", "hints", "hint")],
        [
            f"{EXERCISE}/exercise.yaml:1: exercise: the exercise has no hints: add `hints: …`: "
            "write 1 to 4 hints, each in Markdown, from a nudge to nearly the answer",
            f"{EXERCISE}/exercise.yaml:4: exercise: key hint is not known in the exercise: "
            "did you mean hints?",
        ],
    ),
    "exercise-of-another": (
        [added("```exercise\npython/values/exercises/rename\n```")],
        [
            f"{OTHER}:10: exercise: python/values/exercises/rename is no exercise of this page: "
            "write start/run/exercises/name_of_the_folder"
        ],
    ),
    "exercise-missing": (
        [lesson("exercises/rename\n", "exercises/renamed\n")],
        [
            "examples/python/values/exercises/renamed:1: exercise: there is no such exercise: "
            "name a folder such as python/values/exercises/rename_project",
            f"{EXERCISE}:1: quoted: no page quotes this exercise: quote it under `## Practice`",
        ],
    ),
    "code-open": (
        [added("```text\nlayout\n``")],
        [f"{OTHER}:9: code: the fence never ends: close it with the same marks"],
    ),
    "code-named": (
        [added("```python\nx = 1\n```")],
        [f"{OTHER}:9: code: a fenced block with python holds hand-typed code: {TYPED}"],
    ),
    "code-unnamed": (
        [added("- In a list:\n\n    ~~~~\n    ```\n    x = 1\n    ~~~~")],
        [f"{OTHER}:11: code: a fenced block with no name holds hand-typed code: {TYPED}"],
    ),
    "code-indented": (
        [added("    x = 1")],
        [f"{OTHER}:9: code: an indented block is code typed by hand: quote an example instead"],
    ),
    "code-after-list": (
        [added("- A list.\n\nWords.\n\n\tx = 1")],
        [f"{OTHER}:13: code: an indented block is code typed by hand: quote an example instead"],
    ),
    "code-html": (
        [added("<pre>x = 1</pre>\n\n<samp>1</samp>")],
        [
            f"{OTHER}:{line}: code: HTML holds code typed by hand: "
            "quote an example, or use `backticks`"
            for line in (11, 9)
        ],
    ),
    "example-file": (
        [added(fence("python/values/nmaes.py"))],
        [
            f"{OTHER}:10: example: there is no such file (examples/python/values/nmaes.py): "
            "did you mean python/values/names.py?"
        ],
    ),
    "example-section": (
        [added(fence("python/values/names.py:lin"))],
        [
            f"{OTHER}:10: example: there is no section lin ({FOLDER}/names.py): "
            "use one of its sections (ada) or mark it"
        ],
    ),
    "example-show": (
        [added(fence("python/values/names.py", ' show="all"'))],
        [
            f"{OTHER}:10: example: show=all is not known ({FOLDER}/names.py): "
            "use one of code, output, both"
        ],
    ),
    "example-option": (
        [added(fence("python/values/names.py", ' title="T"'))],
        [
            f"{OTHER}:10: example: option title is not known ({FOLDER}/names.py): "
            'the one option is show="code|output|both"'
        ],
    ),
    "example-record": (
        [added(fence("python/values/test_names.py", ' show="output"'))],
        [
            f"{OTHER}:10: example: it has no recorded output ({FOLDER}/test_names.py): "
            f"run `python3 scripts/test.py --record {FOLDER}/test_names.py`"
        ],
    ),
    "example-empty": (
        [added(fence(""))],
        [f"{OTHER}:10: example: the fence wants one line (examples/): {ONE_LINE}"],
    ),
    "example-unreadable": (
        [example(HELD, "x = 1\n# --8<-- [start:x]\n"), added(fence(f"python/values/{HELD}"))],
        [
            f"{OTHER}:10: example: section x never ends ({FOLDER}/{HELD}:2): add [end:x]",
            f"{FOLDER}/{HELD}:2: readable: section x never ends: add [end:x]",
        ],
    ),
    "playground-values": (
        [added(PLAYGROUND.replace("values.toml", "api.json"))],
        [
            f"{OTHER}:10: playground: there is no such file (examples/start/run/values.toml): "
            "create examples/start/run/values.toml"
        ],
    ),
    "playground-key": (
        [added(PLAYGROUND), (VALUES, None, "[pepole]\n")],
        [
            f"{OTHER}:10: playground: start/run/values.toml cannot be read (values.toml: pepole "
            "is not known; use password, people, path, header, body, argument): mend the file"
        ],
    ),
    "playground-kind": (
        [
            added(f"{PLAYGROUND}\n\n{PLAYGROUND.replace('values.toml', 'a.csv')}"),
            (VALUES, None, ""),
            ("examples/start/run/a.csv", None, "a,b\n"),
        ],
        [
            f"{OTHER}:14: playground: it is no contract (examples/start/run/a.csv): name an "
            "OpenAPI document (.json), a GraphQL schema (.graphql) or values (.toml)"
        ],
    ),
    "quotes-none": (
        [(OTHER, "kind: guide", "kind: index")],
        [f"{OTHER}:1: quotes: the page quotes no example: quote one with an example fence"],
    ),
    "quotes-own": (
        [("examples/python/mended/fix.py", None, ""), added(fence("python/mended/fix.py"))],
        [
            f"{CASE}:1: quotes: the page quotes nothing from examples/python/mended/: "
            "quote its own examples"
        ],
    ),
    "words": (
        [added("It simply works.\n\n**Easy** it is. Of course, two [colours](just.md).")],
        [
            f"{OTHER}:11: words: “Easy”: say what makes it short or safe",
            f"{OTHER}:11: words: “Of course”: leave it out",
            f"{OTHER}:11: words: “colours”: color",
            f"{OTHER}:9: words: “simply”: leave it out",
        ],
    ),
    "words-spelling": (
        [added("They were organised by a team of optimisers.")],
        [f"{OTHER}:9: words: “organised”: organize", f"{OTHER}:9: words: “optimisers”: optimize"],
    ),
    "length-long": (
        [TOO_LONG],
        [f"{PAGE}:1: length: the lesson has 2,991 words: make two lessons of it (at most 2,000)"],
    ),
    "length-short": (
        [TOO_SHORT],
        [f"{PAGE}:1: length: the lesson has 66 words: go deeper (at least 900)"],
    ),
    "length-draft": (
        [DRAFT, TOO_SHORT],
        [f"warning: {PAGE}:1: length: the lesson has 66 words: go deeper (at least 900)"],
    ),
    "length-long-draft": (
        [DRAFT, TOO_LONG],
        [f"{PAGE}:1: length: the lesson has 2,991 words: make two lessons of it (at most 2,000)"],
    ),
    "alt-text": ([added("![](board.png)")], [NO_ALT]),
    "alt-text-blank": ([added("![  ](board.png)")], [NO_ALT]),
    "alt-text-html": ([added('<img src="board.png">')], [NO_ALT]),
    "links-here": (
        [added("Read [here](run.md) and [ This page ](run.md).")],
        [
            f"{OTHER}:9: links: the link text “{text}” says nothing: name the page it leads to"
            for text in ("This page", "here")
        ],
    ),
    "links-http": (
        [added("[Python](http://www.python.org/)")],
        [f"{OTHER}:9: links: http://www.python.org/ is not encrypted: use https"],
    ),
    "further-reading-none": (
        [NO_READING],
        [
            f"{PAGE}:61: further-reading: Further reading has 0 links: "
            "give one to five, official first"
        ],
    ),
    "further-reading-many": (
        [DRAFT, (PAGE, "- [Naming", f"{LINK * 5}- [Naming")],
        [
            f"{PAGE}:62: further-reading: Further reading has 6 links: "
            "give one to five, official first"
        ],
    ),
    "further-reading-draft": (
        [DRAFT, NO_READING],
        [
            f"warning: {PAGE}:62: further-reading: Further reading has 0 links: "
            "give one to five, official first"
        ],
    ),
    "readable-kind": (
        [example("a.exe")],
        [f"{FOLDER}/a.exe:1: readable: this kind of file is not known: add it to nexus/kinds.py"],
    ),
    "readable-bytes": (
        [example(HELD, b"\xff")],
        [f"{FOLDER}/{HELD}:1: readable: the file is not UTF-8: save it as UTF-8"],
    ),
    "readable-directive": (
        [example(HELD, "# needs: quantum\n")],
        [f"{FOLDER}/{HELD}:1: readable: needs: quantum is not known: use one of {NEEDS}"],
    ),
    "readable-python": (
        [example(HELD, "x = 1\ny = (\n")],
        [f"{FOLDER}/{HELD}:2: readable: syntax error, '(' was never closed: mend the code"],
    ),
    "readable-toml": (
        [example("names.toml", "x\n")],
        [
            f"{FOLDER}/names.toml:1: readable: not valid TOML, Expected '=' after a key in "
            "a key/value pair (at line 1, column 2): mend the file"
        ],
    ),
    "readable-json": (
        [example("names.json", "x\n")],
        [
            f"{FOLDER}/names.json:1: readable: not valid JSON, "
            "Expecting value: line 1 column 1 (char 0): mend the file"
        ],
    ),
    "readable-yaml": (
        [example("names.yaml", "a: b: c\n")],
        [
            f"{FOLDER}/names.yaml:1: readable: not valid YAML, "
            "mapping values are not allowed here: mend the file"
        ],
    ),
    "quoted": ([example("orphan.py")], [f"{FOLDER}/orphan.py:1: {UNQUOTED}"]),
    "quoted-test": (
        [("examples/start/run/test_alone.py", None, "")],
        [f"examples/start/run/test_alone.py:1: {UNQUOTED}"],
    ),
    "records": (
        [example("gone.py.out")],
        [f"{FOLDER}/gone.py.out:1: records: there is no example beside it: delete the file"],
    ),
    "folders-page": (
        [("examples/python/gone/a.py", None, ""), added(fence("python/gone/a.py"))],
        [
            "examples/python/gone/a.py:1: folders: there is no page docs/python/gone.md: "
            "name the folder as its page, or write the page"
        ],
    ),
    "folders-loose": (
        [("examples/python/a.py", None, ""), added(fence("python/a.py"))],
        ["examples/python/a.py:1: folders: the file lies in no page's folder: move it"],
    ),
}

RIGHT: dict[str, list[Change]] = {
    "front-matter-quotes": [lesson("title: Values", 'title: "Values: a # and a story"')],
    "front-matter-new": [lesson("kind: lesson", "kind: lesson\nstatus: new\nhide: [toc]")],
    "front-matter-guide": [
        (OTHER, "kind: guide", "kind: guide\nprerequisites: [python/values.md]")
    ],
    "description-least": [described(50)],
    "description-most": [described(155)],
    "heading-levels": [added("## Run\n\n### Once\n\n#### Deep\n\n## Test\n\n### Once")],
    "heading-levels-lines": [added("Words.\n\n---\n\n- One.\n---\n\nWords.\n\n---")],
    "heading-levels-text": [added("```text\n# a comment\n```\n\nC# and issue #5")],
    "template-sub": [lesson("A list or a tuple.", "### A list\n\n### A tuple")],
    "template-case": [(CASE, "## Prevent", "## Why\n\n## Prevent")],
    "template-guide": [added("## Any heading")],
    "check-yourself-guide": [(OTHER, "Words.", "Neither quiz nor exercise.")],
    "quiz": [(f"{FOLDER}/quiz.yaml", "- id: third", "- id: third-2")],
    "exercise": [
        (f"{EXERCISE}/exercise.yaml", "hints:\n", "hints:\n  - Look at the name first.\n")
    ],
    "code-text": [added("```text\nlayout\n```\n\n~~~text\nlayout\n~~~~")],
    "code-longer": [added("````text\n```python\n````")],
    "code-list": [added("- One.\n\n    More of it.\n\n1. One.\n\n    More of it.")],
    "code-admonition": [added('!!! note "Title"\n\n    Words.\n\n=== "Tab"\n\n    Words.')],
    "code-spans": [added("Use `print()` and ``a `b` c``, the code, the samples.")],
    "example": [added(fence("python/values/names.py:ada", ' show="both"'))],
    "example-list": [
        added("- One.\n\n    " + fence("python/values/names.py").replace("\n", "\n    "))
    ],
    "playground": [
        added(f"{PLAYGROUND}\n\n{PLAYGROUND.replace('values.toml', 'api.json')}"),
        (VALUES, None, 'password = "secret"\n'),
        ("examples/start/run/api.json", None, '{"paths": {}}'),
    ],
    "quotes-tutorial": [
        (OTHER, "kind: guide", "kind: tutorial"),
        added(fence("python/values/names.py")),
    ],
    "quotes-own": [
        (CASE, "python/values/names.py", "python/mended/fix.py"),
        ("examples/python/mended/fix.py", None, ""),
    ],
    "words": [added("Justice, uneasy, adjust. `just` [a](simply.md) <b title='just'>b</b>")],
    "words-text": [added("```text\nsimply\n```")],
    "length-least": [lesson(FILLER, "word " * 834)],
    "length-most": [lesson(FILLER, "word " * 1934)],
    "alt-text": [added('![The board](board.png)\n\n<img src="a.png" alt="The board">')],
    "links": [added("[Read more about names](run.md), [Python](https://www.python.org/)")],
    "links-local": [added("[The site](http://127.0.0.1:8000/), [it](http://localhost:8000/)")],
    "further-reading": [(PAGE, "- [Naming", f"{LINK * 4}- [Naming")],
    "readable": [
        example("names.toml", "x = 1\n"),
        example("names.json", "{}\n"),
        example("names.yaml", "a: b\n"),
        example("names.txt", "any: thing: goes\n"),
        example("test_names.py", "# needs: threads\n# --8<-- [start:a]\n# --8<-- [end:a]\nnames\n"),
    ],
    "quoted-used": [example("helper.py"), example("test_names.py", "import names, helper\n")],
    "quoted-package": [
        example("tools/__init__.py"),
        example("tools/__main__.py"),
        example("conftest.py"),
    ],
    "quoted-caches": [example("__pycache__/names.txt"), example(".ruff_cache/a.exe")],
    "records": [
        example("names.console", "ls\n"),
        example("names.console.out", "$ ls\n"),
        example(".pytest_cache/gone.py.out"),
    ],
    "folders-index": [
        ("docs/python/index.md", None, GUIDE),
        ("examples/python/index/a.py", None, ""),
        added(fence("python/index/a.py")),
    ],
    "folders-inner": [
        ("docs/python/more/index.md", None, GUIDE),
        ("examples/python/more/deep/a.py", None, ""),
        added(fence("python/more/deep/a.py")),
    ],
    "folders-board": [
        ("examples/board/manage.py", None, ""),
        ("examples/board/pytest.ini", None, ""),
        ("docs/board/index.md", None, GUIDE),
        added(fence("board/manage.py")),
    ],
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of clean pages and examples that the linter takes for the real one."""
    root = tmp_path.resolve()
    for name, module in list(sys.modules.items()):
        for constant, folder in (("DOCS", root / "docs"), ("EXAMPLES", root / "examples")):
            if name.startswith("nexus.") and hasattr(module, constant):
                monkeypatch.setattr(module, constant, folder)
    monkeypatch.setattr(nexus.paths, "ROOT", root)  # messages name files from here
    nexus.examples._load.cache_clear()
    change(root, [(name, None, text) for name, text in CLEAN.items()])
    return root


def change(root: Path, changes: list[Change]) -> None:
    """Make ``changes``; an old text must stand in its file once."""
    for name, old, new in changes:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if old is not None:
            text = file.read_text("utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            new = text.replace(old, str(new))
        file.write_bytes(new if isinstance(new, bytes) else new.encode())


def said(problems: list[Problem]) -> list[str]:
    """Return the lines that `build.py` prints."""
    return [f"{'warning: ' if problem.warning else ''}{problem}" for problem in problems]


def rules(messages: list[str]) -> set[str]:
    return {message.removeprefix("warning: ").split(": ")[1] for message in messages}


@pytest.mark.parametrize("name", BROKEN)
def test_what_breaks_a_rule_is_said_exactly(site: Path, name: str) -> None:
    changes, expected = BROKEN[name]
    change(site, changes)
    assert sorted(said(lint.run())) == sorted(expected)


@pytest.mark.parametrize("name", RIGHT)
def test_what_keeps_the_rules_is_passed_over(site: Path, name: str) -> None:
    change(site, RIGHT[name])
    assert said(lint.run()) == []


def test_a_wrong_example_with_a_record_is_listed_like_any_other(site: Path) -> None:
    change(site, [example("names.py", "# needs: quantum\n"), added("simply")])
    assert rules(said(lint.run())) == {"example", "readable", "words"}


def test_an_example_may_stand_in_a_block_quote(site: Path) -> None:
    change(site, [added("> " + fence("python/values/names.py").replace("\n", "\n> "))])
    assert said(lint.run()) == []


def test_every_rule_has_a_broken_and_a_right_case() -> None:
    assert rules([line for _, lines in BROKEN.values() for line in lines]) == lint.rule_ids()
    for rule in lint.rule_ids():
        assert any(name.startswith(rule) for name in RIGHT), rule
        assert any(name.startswith(rule) for name in BROKEN), rule


@pytest.mark.usefixtures("site")
def test_the_clean_site_is_clean() -> None:
    assert said(lint.run()) == []


def test_every_rule_is_explained_once_and_nothing_else_is() -> None:
    text = (DOCS / "contributing" / "rules.md").read_text("utf-8")
    assert sorted(re.findall(r"^### (.*)$", text, re.M)) == sorted(lint.rule_ids())


def test_invalid_front_matter_is_found_though_mkdocs_builds_it(site: Path) -> None:
    text = GUIDE.replace("title: Run any example", "title: Run: any example")
    assert get_data(text)[1] == {}  # MkDocs drops the whole block without a word
    change(site, [(OTHER, None, text)])
    assert said(lint.run())[0].startswith(f"{OTHER}:2: front-matter: invalid YAML, ")


def test_what_is_found_is_ordered_by_place(site: Path) -> None:
    change(site, [lesson("## Choosing\n", ""), added("![](a.png)\n\nsimply"), example("a.exe")])
    found = lint.run()
    assert [(problem.file, problem.line) for problem in found] == [
        (PAGE, 1),
        (OTHER, 9),
        (OTHER, 11),
        (f"{FOLDER}/a.exe", 1),
    ]


def test_only_the_named_pages_are_looked_at(site: Path) -> None:
    change(
        site, [added("simply"), (CASE, "Words.\n\n## Fix", "simply\n\n## Fix"), example("a.exe")]
    )
    assert said(lint.run([site / OTHER])) == [f"{OTHER}:9: words: “simply”: leave it out"]


def test_warnings_do_not_stop(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes, (line,) = BROKEN["length-draft"]
    change(site, changes)
    report(lint.run())
    assert capsys.readouterr().out == f"{line}\n1 warnings, which stop nothing.\n"


def test_errors_stop_and_name_the_first(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(site, [DRAFT, TOO_SHORT, added("simply"), example("a.exe")])
    with pytest.raises(NexusError) as caught:
        report(lint.run())
    assert str(caught.value) == (
        f"2 problems, first at {OTHER}:9. Each line above says how to mend it; "
        "docs/contributing/rules.md explains the rules."
    )
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_while_serving_errors_are_warnings_of_mkdocs(
    site: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks, "_serving", True)
    caplog.set_level(logging.INFO, "mkdocs.nexus")
    change(site, [DRAFT, TOO_SHORT, added("simply")])
    hooks.on_pre_build(config=None)
    assert [(name, level) for name, level, _ in caplog.record_tuples] == [
        ("mkdocs.nexus", logging.INFO),
        ("mkdocs.nexus", logging.WARNING),
    ]


def test_the_repository_has_no_errors() -> None:
    assert [line for line in said(lint.run()) if not line.startswith("warning: ")] == []


# What slips through, or is refused though it is right


@pytest.mark.parametrize("options", [" show=code", " show='all'", " show"])
def test_options_that_mkdocs_does_not_take_are_refused(site: Path, options: str) -> None:
    change(site, [added(fence("python/values/names.py", options))])
    assert rules(said(lint.run())) == {"example"}


@pytest.mark.parametrize("text", ["#Run", "Run\n==="])
def test_every_markdown_form_of_a_title_is_refused(site: Path, text: str) -> None:
    change(site, [added(text)])
    assert said(lint.run()) == BROKEN["heading-levels-title"][1]


def test_code_in_a_block_quote_is_refused(site: Path) -> None:
    change(site, [added("> ```python\n> x = 1\n> ```")])
    assert said(lint.run()) == BROKEN["code-named"][1]


@pytest.mark.parametrize("text", ["Write `<pre>`.", "Write `![](a.png)`.", "Not `[here](a.md)`."])
def test_markup_in_backticks_is_only_text(site: Path, text: str) -> None:
    change(site, [added(text)])
    assert said(lint.run()) == []


@pytest.mark.parametrize(
    "text", ["<http://example.org/>", "[Site]\n\n[Site]: http://example.org/", "[here][run]"]
)
def test_every_form_of_a_link_is_looked_at(site: Path, text: str) -> None:
    change(site, [added(text)])
    assert rules(said(lint.run())) == {"links"}


@pytest.mark.parametrize("name", ["names.toml", "names.ps1", "test_names.py"])
def test_a_record_of_what_never_runs_is_refused(site: Path, name: str) -> None:
    change(site, [example(name, "import names\n" * name.endswith("py")), example(f"{name}.out")])
    assert rules(said(lint.run())) == {"records"}


@pytest.mark.parametrize(
    ("change_", "rule"),
    [
        ((OTHER, None, b"---\n\xff\n---\n"), "front-matter"),
        (example("names.py.out", b"\xff"), "records"),
    ],
    ids=["page", "record"],
)
def test_pages_and_records_that_are_not_utf8_are_named(
    site: Path, change_: Change, rule: str
) -> None:
    change(site, [change_])
    assert rules(said(lint.run())) == {rule}
