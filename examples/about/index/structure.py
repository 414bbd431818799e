# where: repository
"""Draw what lies where, from the files themselves: the README's table and front matter."""

import re
import textwrap
from pathlib import Path

ROOT = Path.cwd()


def read(name: str) -> str:
    """Return the text of a file of the repository."""
    return (ROOT / name).read_text("utf-8")


def show(name: str, text: str, indent: int = 0) -> None:
    """Print a name and what it is, in two columns."""
    label = f"{' ' * indent}{name:{18 - indent}} "
    print(textwrap.fill(text, 78, initial_indent=label, subsequent_indent=" " * 19))


def parts() -> None:
    """List the parts of the site in the order of the navigation, by their index pages."""
    for page in re.findall(r"- (?:.*: )?(\w+/index\.md)$", read("mkdocs.yml"), re.M):
        front_matter = read(f"docs/{page}").split("---\n")[1]
        description = re.findall(r"^description: (.+)$", front_matter, re.M)[0]
        first = re.split(r"[,:;]", description)[0]  # up to its first pause
        show(page.removesuffix("index.md"), first.rstrip("."), indent=2)


for names, text in re.findall(r"^\| (`.+?`) \| (.+) \|$", read("README.md"), re.M):
    for name in re.findall(r"`([^`]+)`", names):
        assert (ROOT / name).exists(), f"README.md names {name}, which is not there"
        show(name, text.replace("`", ""))
        if name == "docs/":
            parts()
