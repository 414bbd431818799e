from itertools import product

import pytest

from guards import answer, answer_nested

CASES = list(product([True, False], [True, False], [True, False], [-1, 0, 1]))


@pytest.mark.parametrize(("is_open", "is_member", "asked", "seats"), CASES)
def test_both_forms_give_the_same_answer(
    is_open: bool, is_member: bool, asked: bool, seats: int
) -> None:
    same = answer_nested(is_open, is_member, asked, seats)
    assert answer(is_open, is_member, asked, seats) == same


def test_the_cases_reach_every_answer() -> None:
    assert len({answer(*case) for case in CASES}) == 5


def test_the_first_reason_wins() -> None:
    assert answer(False, True, True, 0) == "the project is closed"
    assert answer(True, True, True, 0) == "you are a member"
