import pytest

from text_rules import MAX_PITCH, MAX_POST, check_pitch, check_post, check_text

TEXTS = ["", " hi ", "x" * 80, "x" * 81, "x" * 280, "x" * 281, " " * 300]


def outcome(check, *arguments):
    try:
        return check(*arguments)
    except ValueError:
        return ValueError


@pytest.mark.parametrize("text", TEXTS)
def test_the_two_small_functions_keep_the_rules_of_the_flagged_one(text: str) -> None:
    flagged = outcome(check_text, text, False, False, True)
    assert outcome(check_pitch, text) == flagged
    assert outcome(check_post, text) == outcome(check_text, text, True, False, False)


def test_each_limit_belongs_to_its_own_rule() -> None:
    assert len(check_pitch("x" * MAX_PITCH)) == MAX_PITCH
    with pytest.raises(ValueError, match="a post has at most 280"):
        check_post("x" * (MAX_POST + 1))
