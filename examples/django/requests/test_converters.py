from datetime import date

import pytest
from django.urls import NoReverseMatch, reverse

from converters import WeekConverter


def test_a_week_there_and_back() -> None:
    week = WeekConverter()
    assert week.to_python("2026-w48") == date(2026, 11, 23)
    assert week.to_url(date(2026, 11, 29)) == "2026-w48"
    assert reverse("by week", args=[date(2027, 1, 1)]) == "/projects/2026-w53/"


def test_a_week_that_is_none() -> None:
    with pytest.raises(ValueError, match="2026-W77"):
        WeekConverter().to_python("2026-w77")
    with pytest.raises(NoReverseMatch):
        reverse("by number", args=["seven"])
