# needs: subprocess, files
"""Make a git repository board/ with twelve small commits; `large` squashes the last eight."""

import subprocess
import sys
from pathlib import Path

# What each commit does: its message, the text it replaces ("" for: add), the new text.
STEPS = [
    ("Count the free seats", "", "def free(seats, members):\n    return seats - len(members)\n"),
    ("Greet a new member", "", "def greeting(name):\n    return f'Welcome, {name}'\n"),
    ("Tell open projects", "", "def is_open(seats, team):\n    return free(seats, team) > 0\n"),
    ("Shorten long titles", "", "def short(title):\n    return title[:40]\n"),
    ("List skills in order", "", "def skills(words):\n    return ', '.join(sorted(words))\n"),
    ("Ignore case in skills", "sorted(words)", "sorted(words, key=str.lower)"),
    ("Name a colleague without a name", "{name}", '{name or "colleague"}'),
    ("Mark short titles", "title[:40]", "title if len(title) < 40 else title[:39] + '…'"),
    ("Address projects by title", "", "def slug(title):\n    return title.replace(' ', '-')\n"),
    ("Leave out double skills", "sorted(words,", "sorted(set(words),"),
    ("Write addresses in lower case", "title.replace", "title.lower().replace"),
    ("Say when nobody asks", "", "def asked(count):\n    return count or 'nobody yet'\n"),
]


def git(*arguments: str) -> None:
    subprocess.run(["git", "-C", "board", *arguments], check=True)


def make(large: bool) -> None:
    file = Path("board/board.py")
    file.parent.mkdir()
    git("init", "-q")
    git("config", "user.name", "Ada")
    git("config", "user.email", "ada@example.org")
    code = ""
    for number, (message, old, new) in enumerate(STEPS, 1):
        code = code.replace(old, new) if old else f"{code}\n\n{new}"
        file.write_text(code.lstrip("\n"), encoding="utf-8")
        last = number == len(STEPS)
        if not large or number <= 4 or last:
            git("add", ".")
            git("commit", "-q", "-m", "Improve the board" if large and last else message)
        if number == 4:
            git("tag", "good")


if __name__ == "__main__":
    make(large="large" in sys.argv)
