"""`new.py`: makes a page with its example and test, valid from the start."""

import argparse
import re
from pathlib import Path, PurePosixPath

from nexus.examples import every
from nexus.lint.page_rules import CASE_HEADINGS, LESSON_HEADINGS, NOT_YET
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
    _add_to_nav(name, title)
    for example in every():
        if example.file.parent == folder and example.runs:
            record(example)
            files.append(example.record)
    return [*files, CONFIG]


def _write(page: Path, folder: Path, text: str) -> list[Path]:
    contents = {page: text, folder / "first.py": EXAMPLE, folder / "test_first.py": TEST}
    for file, content in contents.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8", newline="\n")
    return list(contents)


def _page(kind: str, name: PurePosixPath, title: str) -> str:
    quoted = f"```example\n{name}/first.py\n```\n"
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
        if heading in NOT_YET:
            continue
        shows = heading in {"See it work", "Reproduce"}
        head += [f"## {heading}", "", quoted if shows else "To be written.\n"]
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
