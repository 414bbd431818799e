import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory


def write_plain(path: Path, lines: Iterable[str]) -> None:
    """Empty the file, then fill it: a failure leaves half of it."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines)


def write_atomic(path: Path, lines: Iterable[str]) -> None:
    """Replace the whole file, or leave the old one untouched."""
    folder = path.parent
    file = NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False)
    try:
        with file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        os.replace(file.name, path)
    except BaseException:  # Ctrl+C too: clean up, then let it go on
        Path(file.name).unlink(missing_ok=True)
        raise


def broken_export() -> Iterator[str]:
    """Yield one line, then fail as a lost connection does."""
    yield "nexus\n"
    raise ConnectionError("database gone")


def main() -> None:
    """Overwrite a good file with an export that breaks halfway."""
    for write in (write_plain, write_atomic):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "projects.txt"
            path.write_text("atlas\nrelay\n", encoding="utf-8")
            try:
                write(path, broken_export())
            except ConnectionError:
                print(write.__name__, path.read_text(encoding="utf-8").split())
            print("  files:", [item.name for item in Path(folder).iterdir()])


if __name__ == "__main__":
    main()
