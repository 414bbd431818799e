"""Which versions the examples are verified with, read from the lock and the settings."""

import ast
import re
import sys
from functools import cache

from nexus.examples import Example
from nexus.paths import LOCK, ROOT

# Import name -> name in the lock, where the two differ.
_DISTRIBUTIONS = {
    "jwt": "pyjwt",
    "rest_framework": "djangorestframework",
    "rest_framework_simplejwt": "djangorestframework-simplejwt",
    "strawberry": "strawberry-graphql",
    "strawberry_django": "strawberry-graphql-django",
}
_TITLES = {
    "django": "Django",
    "djangorestframework": "Django REST framework",
    "strawberry-graphql": "Strawberry",
    "strawberry-graphql-django": "Strawberry Django",
}


@cache
def locked() -> dict[str, str]:
    """Return name -> version for every package in `requirements.txt`."""
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", LOCK.read_text("utf-8"), re.M))


@cache
def pythons() -> list[str]:
    """Return the Python versions that the checks workflow runs, oldest first.

    Source of the fact: the matrix in `.github/workflows/checks.yml`.
    """
    text = (ROOT / ".github" / "workflows" / "checks.yml").read_text("utf-8")
    versions = set(re.findall(r'"(3\.\d+)"', text))
    return sorted(versions, key=lambda version: int(version.split(".")[1]))


def packages(example: Example) -> list[str]:
    """Return the locked packages that ``example`` imports or calls, ordered."""
    if example.path.suffix == ".py":
        try:
            tree = ast.parse(example.text)
        except SyntaxError:
            return []
        names = {
            name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""] * (node.level == 0)
            )
        }
        names -= sys.stdlib_module_names
    elif example.path.suffix in {".console", ".ps1"}:
        names = set(re.findall(r"[\w-]+", example.text))
    else:
        names = set(example.kind.packages)
    names = {_DISTRIBUTIONS.get(name, name) for name in names}
    return sorted(name for name in names if name in locked())


def verified_with(example: Example) -> str:
    """Return the words after "Verified with", for example "pytest 9.2.0, Python 3.11–3.14"."""
    versions = {name: locked()[name] for name in packages(example)}
    if example.script is not None:  # what it pins itself, in place of ours
        versions = dict(re.findall(r'"([\w.-]+)==([\w.]+)"', example.script))
    parts = [f"{_TITLES.get(name, name)} {version}" for name, version in versions.items()]
    if example.path.suffix == ".sql":
        # What the tests meet: 15 in Debian, 16 on GitHub, 17 in Compose, 18 in the page.
        return "PostgreSQL 15–18"
    span = pythons()
    if "windows" in example.needs:
        return ", ".join([*parts, "Windows PowerShell"])
    return ", ".join([*parts, f"Python {span[0]}–{span[-1]}"])


def is_plain(example: Example) -> bool:
    """Whether any Python alone can run ``example``: no package outside the library."""
    if example.path.suffix != ".py" or example.needs - {"subprocess", "threads", "files"}:
        return False
    return not packages(example)
