import pytest

from task import BadRow, read_rows


def problems_of(rows):
    """Return the texts of the problems that ``read_rows`` reports."""
    with pytest.raises(ExceptionGroup) as caught:
        read_rows(rows)
    kinds = {type(error) for error in caught.value.exceptions}
    assert kinds == {BadRow}, "the group holds a BadRow for each bad row"
    return [str(error) for error in caught.value.exceptions]


def test_good_rows_are_returned():
    rows = ["farm-market,3", " clinic-queue , 12"]
    assert read_rows(rows) == [("farm-market", 3), ("clinic-queue", 12)]


def test_no_rows_give_an_empty_list():
    assert read_rows([]) == [], "nothing is wrong with an empty upload"


def test_every_bad_row_is_reported():
    rows = ["farm-market,three", "clinic-queue,12", "chat"]
    assert problems_of(rows) == ["row 1: 'farm-market,three'", "row 3: 'chat'"], (
        "the second bad row is missing: keep each problem and go on with the loop"
    )


def test_a_project_needs_a_seat():
    assert problems_of(["farm-market,0", "chat,-2"]) == [
        "row 1: 'farm-market,0'",
        "row 2: 'chat,-2'",
    ], "int('0') raises nothing: check the number too"
