import pytest

from branches import load, load_with_bug


@pytest.mark.parametrize(
    ("pending", "label"),
    [
        (0, "quiet"),
        (1, "normal"),
        (4, "normal"),
        (5, "busy"),
        (19, "busy"),
        (20, "overloaded"),
    ],
)
def test_load_at_its_limits(pending, label):
    assert load(pending) == label


def test_separate_ifs_let_the_last_true_one_win():
    assert load_with_bug(0) == "busy"
