# where: repository
"""Count the tests of this repository by how much each one needs to run."""

import re
from pathlib import Path

BOARD, SITE, EXAMPLES = Path("examples/board/tests"), Path("tests"), Path("examples")
OVER_HTTP = re.compile(r"from tests\.(rest|graph_client) import|\b(API)?Client\(")


def tests(files: list[Path]) -> int:
    """Count the test functions in the files."""
    return sum(len(re.findall(r"^def test_", file.read_text("utf-8"), re.M)) for file in files)


def at_least(count: int) -> int:
    """Round down to 1, 2 or 5 and zeros, so that one more test changes nothing."""
    steps = [lead * 10**zeros for zeros in range(6) for lead in (1, 2, 5)]
    return max(step for step in steps if step <= count)


board = list(BOARD.glob("test_*.py"))
http = [file for file in board if OVER_HTTP.search(file.read_text("utf-8"))]
lessons = [file for file in EXAMPLES.rglob("test_*.py") if BOARD not in file.parents]
faults = list(BOARD.glob("faults/test_*.py"))
browser = [*SITE.glob("test_*browser.py"), *SITE.glob("test_run*.py")]
layers = {
    "a real browser, servers killed": tests(faults + browser),
    "the board over HTTP": tests(http),
    "the board's code and its database": tests([file for file in board if file not in http]),
    "one function": tests(lessons),
    "one example, against its record": len(list(EXAMPLES.rglob("*.out"))),
}
for layer, count in layers.items():
    print(f"{layer:34} {at_least(count):>4} or more")
