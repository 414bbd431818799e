import pytest

from managers import Board, Closed, closed

FORMS = [Closed, closed]


@pytest.mark.parametrize("manager", FORMS)
def test_the_board_is_closed_inside_only(manager: type) -> None:
    board = Board()
    with manager(board) as inner:
        assert inner is board
        assert not board.is_open
    assert board.is_open


@pytest.mark.parametrize("manager", FORMS)
def test_a_failure_restores_the_board_and_escapes(manager: type) -> None:
    board = Board()
    with pytest.raises(RuntimeError), manager(board):
        raise RuntimeError
    assert board.is_open


@pytest.mark.parametrize("manager", FORMS)
def test_a_board_that_was_closed_stays_closed(manager: type) -> None:
    board = Board(is_open=False)
    with manager(board):
        pass
    assert not board.is_open
