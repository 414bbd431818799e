import pytest

from parse_early import JoinRequest, from_form, team_hours


@pytest.mark.parametrize("hours", ["0", "41", "-3", "ten", "", "2.5"])
def test_bad_hours_never_become_a_request(hours: str) -> None:
    with pytest.raises(ValueError, match="hours must be"):
        from_form({"person": "Lin", "hours": hours})


@pytest.mark.parametrize("hours", ["1", "40", " 6 "])
def test_good_hours_become_a_number(hours: str) -> None:
    assert from_form({"person": "Lin", "hours": hours}).hours == int(hours)


def test_the_rule_holds_without_a_form_too() -> None:
    with pytest.raises(ValueError, match="got 400"):
        JoinRequest("Ada", 400)


def test_a_form_without_a_field_is_refused() -> None:
    with pytest.raises(ValueError, match="got ''"):
        from_form({"person": "Lin"})
    with pytest.raises(ValueError, match="the person is missing"):
        from_form({"hours": "6"})


def test_hours_add_up() -> None:
    assert team_hours([JoinRequest("Lin", 6), JoinRequest("Sam", 4)]) == 10
    assert team_hours([]) == 0
