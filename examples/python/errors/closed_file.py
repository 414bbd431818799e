from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory


def lazy(path: Path) -> Iterator[str]:
    """Return a generator that outlives its file."""
    with path.open(encoding="utf-8") as file:
        return (line.strip() for line in file)


def safe(path: Path) -> Iterator[str]:
    """Keep the file open until the last line is taken."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.strip()


with TemporaryDirectory() as folder:
    path = Path(folder) / "posts.txt"
    path.write_text("progress\nblocker\n", encoding="utf-8")
    for read in (lazy, safe):
        try:
            print(read.__name__, list(read(path)))
        except ValueError as error:
            print(read.__name__, f"{type(error).__name__}: {error}")
