import pytest

from project_list import Needs, ProjectList


@pytest.fixture
def board():
    return ProjectList({"farm-market": {"react", "css"}, "clinic-queue": {"vue"}})


def test_length_and_iteration(board):
    assert len(board) == 2
    assert list(board) == ["farm-market", "clinic-queue"]


def test_lookup_and_membership(board):
    assert board["clinic-queue"] == {"vue"}
    assert "farm-market" in board
    assert "old-shop" not in board


def test_unknown_slug_raises_key_error(board):
    with pytest.raises(KeyError):
        board["old-shop"]


def test_empty_list_is_false():
    assert not ProjectList({})


def test_later_changes_to_the_source_do_not_leak_in():
    source = {"farm-market": {"css"}}
    board = ProjectList(source)
    source["clinic-queue"] = {"vue"}
    assert len(board) == 1


@pytest.mark.parametrize(
    ("needs", "result"),
    [(Needs("css"), True), (Needs("css", "vue"), False), (Needs(), True)],
)
def test_needs_is_called_like_a_function(needs, result):
    assert needs({"react", "css"}) is result
