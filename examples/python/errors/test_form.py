import pytest

from form import MissingField, TooLong, validate

GOOD = {"slug": "nexus", "pitch": "A board", "contract_url": "https://example.org"}


def test_a_good_form_raises_nothing() -> None:
    validate(GOOD)


def test_all_problems_arrive_together() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        validate({**GOOD, "slug": "a-very-long-slug", "pitch": ""})
    kinds = [type(error) for error in caught.value.exceptions]
    assert kinds == [TooLong, MissingField]


def test_one_problem_is_a_group_too() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        validate({**GOOD, "pitch": ""})
    assert [str(error) for error in caught.value.exceptions] == ["pitch"]
