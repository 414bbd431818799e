from dataclasses import replace

import pytest

from task import is_good, issue

KEY = b"thirty-two bytes of real secrecy"
MAIL = issue("verify_email", 7, 1000, KEY)


def test_a_ticket_is_good_for_its_purpose():
    assert is_good(MAIL, "verify_email", 999, KEY)


def test_it_is_no_good_for_another_purpose():
    assert not is_good(MAIL, "reset_password", 999, KEY), (
        "a link that verifies an address must not set a password"
    )


def test_nobody_can_change_its_purpose():
    changed = replace(MAIL, purpose="reset_password")
    assert not is_good(changed, "reset_password", 999, KEY), "the purpose is not signed"


@pytest.mark.parametrize("change", [{"person": 1}, {"expires": 9999}, {"signature": "0" * 64}])
def test_nobody_can_change_the_rest(change):
    assert not is_good(replace(MAIL, **change), "verify_email", 999, KEY)


def test_a_ticket_of_another_key_is_refused():
    assert not is_good(issue("verify_email", 7, 1000, b"a guess"), "verify_email", 999, KEY)


def test_it_ends_when_it_says():
    assert not is_good(MAIL, "verify_email", 1000, KEY), "`expires` is the first moment after"


def test_leeway_makes_it_last_longer():
    assert is_good(MAIL, "verify_email", 1004, KEY, leeway=5), "leeway forgives a late clock"
    assert not is_good(MAIL, "verify_email", 1005, KEY, leeway=5)
