import pytest

from ask_to_join import answer


@pytest.mark.parametrize(
    ("status", "start"),
    [
        ("open", "Request sent"),
        ("paused", "Kept until"),
        ("done", "This project takes no requests"),
    ],
)
def test_each_status_has_its_own_answer(status, start):
    assert answer("frontend", status).startswith(start)


def test_asking_twice_wins_over_the_status():
    assert answer("both", "done", asked_before=True) == "You have asked already."


def test_status_defaults_to_open():
    assert answer("both") == answer("both", "open")


def test_asked_before_cannot_be_passed_by_position():
    with pytest.raises(TypeError, match="takes from 1 to 2 positional arguments"):
        answer("both", "open", True)
