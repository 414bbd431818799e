from itertools import product

import pytest

from guards import answer, answer_nested

CASES = [
    {"is_open": is_open, "is_member": is_member, "has_asked": has_asked, "seats": seats}
    for is_open, is_member, has_asked in product([True, False], repeat=3)
    for seats in (-1, 0, 1)
]


@pytest.mark.parametrize("case", CASES)
def test_both_forms_give_the_same_answer(case) -> None:
    assert answer(**case) == answer_nested(**case)


def test_the_cases_reach_every_answer() -> None:
    assert len({answer(**case) for case in CASES}) == 5


def test_the_first_reason_wins() -> None:
    reasons = {"is_member": True, "has_asked": True, "seats": 0}
    assert answer(is_open=False, **reasons) == "the project is closed"
    assert answer(is_open=True, **reasons) == "you are a member"
