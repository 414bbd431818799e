from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Board:
    """The board; while it is closed nobody can ask to join."""

    is_open: bool = True


class Closed:
    """Close the board for the time of a block: the class form."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def __enter__(self) -> Board:
        self.before = self.board.is_open
        self.board.is_open = False
        return self.board

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.board.is_open = self.before


@contextmanager
def closed(board: Board) -> Iterator[Board]:
    """Close the board for the time of a block: the generator form."""
    before = board.is_open
    board.is_open = False
    try:
        yield board
    finally:
        board.is_open = before


def main() -> None:
    """Let the block fail under both forms."""
    for manager in (Closed, closed):
        board = Board()
        try:
            with manager(board) as inner:
                print(manager.__name__, "inside, open:", inner.is_open)
                raise RuntimeError("import failed")
        except RuntimeError as error:
            print(manager.__name__, "after", error, "- open:", board.is_open)


if __name__ == "__main__":
    main()
