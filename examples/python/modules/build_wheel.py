"""Build a tiny wheel in wheels/, byte for byte the same on every machine."""

import sys
from pathlib import Path
from zipfile import ZipFile, ZipInfo

INFO = "board_words-1.0.dist-info"


def build(folder: Path, greeting: str) -> Path:
    """Write board_words 1.0 and return the path of the wheel."""
    files = {
        "board_words.py": f"GREETING = {greeting!r}\n",
        f"{INFO}/METADATA": "Metadata-Version: 2.1\nName: board-words\nVersion: 1.0\n",
        f"{INFO}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{INFO}/RECORD"])
    folder.mkdir(exist_ok=True)
    wheel = folder / "board_words-1.0-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        for name, text in {**files, f"{INFO}/RECORD": record}.items():
            member = ZipInfo(name)  # dated 1980, so the bytes never change
            member.create_system = 3
            archive.writestr(member, text)
    return wheel


if __name__ == "__main__":
    greeting = sys.argv[1] if len(sys.argv) > 1 else "Welcome to the board"
    print("built", build(Path("wheels"), greeting).name)
