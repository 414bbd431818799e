from oldest_fixed import oldest


def test_nine_comes_before_ten():
    """Regression: numbers were compared as text, where "10" < "9"."""
    blockers = [{"number": "9", "text": "a"}, {"number": "10", "text": "b"}]
    assert oldest(blockers) == "a"
