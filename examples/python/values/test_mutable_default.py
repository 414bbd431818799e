from mutable_default import follow, follow_shared


def test_shared_default_keeps_what_earlier_calls_added():
    first = follow_shared("nexus")
    second = follow_shared("atlas")
    assert first is second
    assert second[-2:] == ["nexus", "atlas"]


def test_none_default_gives_a_new_list_each_time():
    assert follow("nexus") == ["nexus"]
    assert follow("atlas") == ["atlas"]


def test_an_empty_list_of_the_caller_is_used():
    mine: list[str] = []
    assert follow("nexus", mine) is mine
