import pytest

from seats import free_seats


def test_what_is_left():
    assert free_seats(places=4, members=3) == 1


def test_a_full_project_has_none():
    assert free_seats(places=3, members=5) == 0


def test_negative_numbers_are_refused():
    with pytest.raises(ValueError):
        free_seats(places=-1, members=0)
