import news


def test_a_week_begins_on_monday_in_nairobi():
    monday_at_half_past_one = 1_772_404_200
    assert news.week(monday_at_half_past_one) == "2026-W10"
