"""Names what a project imports and does not declare: lazy imports too."""

import ast
import re
import sys
from pathlib import Path


def undeclared(project: Path) -> list[str]:
    """Return the top-level names that no file, no standard library and no list provides."""
    files = list(project.rglob("*.py"))
    imported: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.split(".")[0])
    listed = re.findall(r"^([\w-]+)", (project / "requirements.txt").read_text("utf-8"), re.M)
    known = {file.stem for file in files} | {name.replace("-", "_") for name in listed}
    return sorted(imported - known - set(sys.stdlib_module_names))


if __name__ == "__main__":
    for name in ("before", "after"):
        print(f"{name}: {undeclared(Path(name)) or 'all declared'}")
