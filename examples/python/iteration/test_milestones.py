from datetime import date

import pytest

from milestones import Milestones, milestones

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize("make", [Milestones, milestones])
def test_dates_are_a_week_apart(make):
    assert list(make(MONDAY, 2)) == [date(2026, 3, 2), date(2026, 3, 9)]


@pytest.mark.parametrize("make", [Milestones, milestones])
@pytest.mark.parametrize("weeks", [0, -1])
def test_no_weeks_give_no_dates(make, weeks):
    assert list(make(MONDAY, weeks)) == []


@pytest.mark.parametrize("make", [Milestones, milestones])
def test_each_is_its_own_iterator_and_ends_for_good(make):
    dates = make(MONDAY, 1)
    assert iter(dates) is dates
    assert list(dates) == [MONDAY]
    with pytest.raises(StopIteration):
        next(dates)
    assert list(dates) == []
