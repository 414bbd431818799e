from memo import by_hand, cached, calls, plain


def test_all_three_agree() -> None:
    for hours in range(12):
        assert plain(hours) == by_hand(hours, {}) == cached(hours)


def test_three_hours_have_three_ways() -> None:
    assert plain(3) == 3  # 1+1+1, 1+2, 2+1


def test_one_more_hour_costs_two_more_calls_by_hand() -> None:
    calls.clear()
    by_hand(30, {})
    thirty = calls["by hand"]
    calls.clear()
    by_hand(31, {})
    assert calls["by hand"] == thirty + 2


def test_the_second_call_is_a_hit() -> None:
    cached.cache_clear()
    cached(10)
    misses = cached.cache_info().misses
    cached(10)
    assert cached.cache_info().misses == misses == 11
