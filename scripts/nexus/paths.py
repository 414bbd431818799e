"""Where things lie in the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
EXAMPLES = ROOT / "examples"
TESTS = ROOT / "tests"
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.txt"
CONFIG = ROOT / "mkdocs.yml"


def relative(path: Path) -> str:
    """Return ``path`` as messages show it: from the repository's root, with slashes."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()
