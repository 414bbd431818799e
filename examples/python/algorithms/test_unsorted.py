from unsorted import contains, in_order


def test_order_decides_whether_bisect_finds_it() -> None:
    slugs = ["recipes", "atlas", "clinic"]
    assert not contains(slugs, "recipes")
    assert contains(sorted(slugs), "recipes")


def test_in_order() -> None:
    assert in_order([])
    assert in_order(["atlas", "atlas", "clinic"])
    assert not in_order(["clinic", "atlas"])
