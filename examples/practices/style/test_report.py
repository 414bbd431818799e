"""The four bugs, each held by a test."""

from report import close, reminders, told


def test_each_call_begins_anew() -> None:
    assert [told("ada"), told("sam")] == [1, 1]


def test_each_letter_keeps_its_name() -> None:
    assert [letter() for letter in reminders(["ada", "sam"])] == ["Dear ada", "Dear sam"]


def test_what_is_closed_is_done() -> None:
    assert close("open") == "done"
