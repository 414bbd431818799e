# needs: board
"""Draws which package of the board imports which, from the code itself."""

import ast
from pathlib import Path

import config

BOARD = Path(config.__file__).parent.parent
PACKAGES = ["api", "graph", "exports", "notifications", "projects", "people"]


def imported(file: Path) -> set[str]:
    """Return the packages of the board that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
    return names & set(PACKAGES)


arrows = {
    package: set().union(*(imported(file) for file in (BOARD / package).rglob("*.py"))) - {package}
    for package in PACKAGES
}
for package in PACKAGES:
    print(f"{package:13} ─▶ {', '.join(sorted(arrows[package])) or 'nothing'}")
below = {"projects", "people", "notifications", "exports"}
upward = sum(len(arrows[package] & {"api", "graph"}) for package in below)
print("imports of api or graph from below:", upward)
