# needs: subprocess, posix
# time-limit: 60
"""Ask pip to install into a Python that carries the EXTERNALLY-MANAGED marker."""

import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import pip

HELP = "To add a Python package, create a virtual environment:\n python3 -m venv .venv"
MARKER = f"[externally-managed]\nError={HELP}\n"


def managed_home(folder: Path) -> Path:
    """Make a stand-in for a distribution's Python: its library, plus the marker."""
    library = Path(sysconfig.get_path("stdlib"))
    managed = folder / library.parent.name / library.name
    managed.mkdir(parents=True)
    for entry in library.iterdir():
        if entry.name not in {"site-packages", "EXTERNALLY-MANAGED"}:
            (managed / entry.name).symlink_to(entry)
    (managed / "EXTERNALLY-MANAGED").write_text(MARKER, encoding="utf-8")
    return folder


with tempfile.TemporaryDirectory() as folder:
    environment = os.environ | {
        "PYTHONHOME": str(managed_home(Path(folder))),
        "PYTHONPATH": str(Path(pip.__file__).parents[1]),
        "PYTHONUTF8": "1",
        "PIP_BREAK_SYSTEM_PACKAGES": "0",
    }
    base = os.path.realpath(sys.executable)
    command = [base, "-m", "pip", "install", "--no-index", "django"]
    result = subprocess.run(
        command, env=environment, check=False, capture_output=True, encoding="utf-8"
    )
    print(result.stderr.strip())
