"""What the check of a message finds, and what it leaves alone."""

import pytest

from check_message import faults


@pytest.mark.parametrize(
    ("message", "part"),
    [
        ("fixed the seats", "capital"),
        ("Fixed the seats", "past"),
        ("Count the seats.", "period"),
        ("Update", "says nothing"),
        ("Count the seats\nwithout the owner", "empty line"),
        ("Count " + "the seats " * 9, "characters"),
    ],
)
def test_a_fault_is_named(message: str, part: str) -> None:
    assert any(part in fault for fault in faults(message))


@pytest.mark.parametrize("message", ["Need a skill to join\n", "Count the seats\n\nWhy: …\n"])
def test_a_good_message_passes(message: str) -> None:
    assert not faults(message)
