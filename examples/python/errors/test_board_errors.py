import pickle

import pytest

from board_errors import AlreadyRequested, BoardError, NotAllowed


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (AlreadyRequested("Lin", "nexus"), "Lin already asked to join nexus"),
        (NotAllowed("Sam", "accept"), "Sam may not accept"),
    ],
)
def test_one_handler_catches_every_board_error(error: BoardError, text: str) -> None:
    with pytest.raises(BoardError) as caught:
        raise error
    assert str(caught.value) == text


def test_the_data_is_on_the_exception() -> None:
    error = AlreadyRequested("Lin", "nexus")
    assert (error.person, error.project) == ("Lin", "nexus")


def test_the_exception_survives_pickling() -> None:
    copy = pickle.loads(pickle.dumps(NotAllowed("Sam", "accept")))
    assert (copy.person, copy.action) == ("Sam", "accept")


def test_a_bug_is_not_a_board_error() -> None:
    assert not issubclass(KeyError, BoardError)
