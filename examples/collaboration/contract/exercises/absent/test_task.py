import pytest

from task import Project, Refused, changed

TEA = Project("Tea timer", "Says when the tea is ready.", "2026-03-02")


def pointer_of(body):
    """Return what ``changed`` points to when it refuses ``body``."""
    with pytest.raises(Refused) as caught:
        changed(TEA, body)
    return caught.value.args[0]


def test_what_is_absent_stays():
    assert changed(TEA, {}) == TEA
    assert changed(TEA, {"title": "Tea clock"}) == Project("Tea clock", TEA.pitch, TEA.deadline)


def test_null_removes_the_deadline():
    assert changed(TEA, {"deadline": None}).deadline is None, "null removes the deadline"


def test_an_empty_pitch_is_a_pitch():
    assert changed(TEA, {"pitch": ""}).pitch == "", "empty is a value, not absence"


def test_title_and_pitch_are_never_null():
    assert pointer_of({"title": None}) == "#/title"
    assert pointer_of({"pitch": None}) == "#/pitch"


def test_an_empty_title_is_refused():
    assert pointer_of({"title": ""}) == "#/title"
