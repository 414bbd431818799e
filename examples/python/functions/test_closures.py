import pytest

from closures import seats, seats_without_nonlocal


def test_seats_run_out():
    take = seats(1)
    assert take("Ada") == "Ada: in, 0 left"
    assert take("Lin") == "Lin: full"
    assert take("Lin") == "Lin: full"


def test_each_call_of_seats_makes_its_own_counter():
    first, second = seats(1), seats(1)
    first("Ada")
    assert second("Ada") == "Ada: in, 0 left"


def test_without_nonlocal_the_name_is_local():
    with pytest.raises(UnboundLocalError):
        seats_without_nonlocal(1)("Ada")
