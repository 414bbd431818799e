# needs: files
"""Fill wheels/, which plays the part of the package index, the same on every machine."""

from pathlib import Path
from zipfile import ZipFile, ZipInfo

FIRST = """\
from datetime import date, timedelta


def due(start: date, days: int) -> date:
    return start + timedelta(days=days)
"""
# A year later: weekends do not count any more.
SECOND = """\
from datetime import date, timedelta


def due(start: date, days: int) -> date:
    day = start
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day
"""
RELEASES: list[tuple[str, ...]] = [
    ("board_words", "1.0", 'GREETING = "Habari"\n'),
    ("board_dates", "1.0", FIRST),
    ("board_dates", "2.0", SECOND),
    ("board_next", "1.0", "", ">=3.99"),  # for a Python that nobody has yet
]


def build(folder: Path, name: str, version: str, code: str, python: str = ">=3.11") -> None:
    """Write one wheel: a zip file with the code and three files that describe it."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        f"Requires-Python: {python}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in [*files, f"{info}/RECORD"])
    folder.mkdir(exist_ok=True)
    with ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for file, text in files.items():
            member = ZipInfo(file)  # dated 1980, so the bytes never change
            member.create_system = 3
            archive.writestr(member, text)


if __name__ == "__main__":
    for release in RELEASES:
        build(Path("wheels"), *release)
