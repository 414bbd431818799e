from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory


def look_first(path: Path, meanwhile: Callable[[], None]) -> str:
    """LBYL: check, then read. The file can vanish in between."""
    if path.exists():
        meanwhile()
        return path.read_text(encoding="utf-8")
    return "(no notes yet)"


def try_first(path: Path, meanwhile: Callable[[], None]) -> str:
    """EAFP: read, and handle the file that is not there."""
    meanwhile()
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return "(no notes yet)"


for read in (look_first, try_first):
    with TemporaryDirectory() as folder:
        notes = Path(folder) / "notes.txt"
        notes.write_text("API is up", encoding="utf-8")
        try:
            print(read.__name__, "->", read(notes, meanwhile=notes.unlink))
        except FileNotFoundError as error:
            print(read.__name__, "-> escaped:", type(error).__name__)
