from sort_keys import ordered


def test_ties_are_broken_by_slug():
    assert ordered("busiest") == ["chat", "maps", "news-api"]


def test_an_unknown_order_falls_back_to_the_name():
    assert ordered("' OR 1=1") == ordered("name")
