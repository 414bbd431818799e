from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

KINDS = ["progress", "progress", "blocker", "solution"]


def write_log(path: Path, lines: int) -> None:
    """Write one post a line: project, kind, text."""
    with path.open("w", encoding="utf-8") as log:
        for n in range(lines):
            log.write(f"project-{n % 3}|{KINDS[n % 4]}|post {n}\n")


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file, one in memory at a time."""
    with path.open(encoding="utf-8") as log:
        for line in log:
            yield line.rstrip("\n")


def parse(lines: Iterable[str]) -> Iterator[list[str]]:
    """Split each line into project, kind and text."""
    return (line.split("|", maxsplit=2) for line in lines)


def main() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "posts.log"
        write_log(path, lines=60_000)

        posts = parse(read_lines(path))
        blocked = (project for project, kind, _ in posts if kind == "blocker")
        for project, total in sorted(Counter(blocked).items()):
            print(f"{project}: {total} blockers")


if __name__ == "__main__":
    main()
