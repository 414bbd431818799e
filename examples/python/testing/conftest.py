import pytest

from board import Board


@pytest.fixture
def board() -> Board:
    """A fresh board with one project, for every test that names it."""
    board = Board()
    board.announce("farm-market")
    return board
