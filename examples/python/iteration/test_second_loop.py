from second_loop import Blockers, blockers

POSTS = ["blocker: CORS", "progress: models"]


def test_a_generator_serves_one_loop():
    once = blockers(POSTS)
    assert list(once) == ["blocker: CORS"]
    assert list(once) == []


def test_an_iterable_class_serves_every_loop():
    afresh = Blockers(POSTS)
    assert list(afresh) == list(afresh) == ["blocker: CORS"]


def test_two_loops_over_the_class_do_not_disturb_each_other():
    afresh = Blockers(["blocker: a", "blocker: b"])
    pairs = [(x[-1], y[-1]) for x in afresh for y in afresh]
    assert pairs == [("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]
