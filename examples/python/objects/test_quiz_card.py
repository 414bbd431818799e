"""What the quiz says about a frozen dataclass is so."""

from dataclasses import FrozenInstanceError

import pytest

from quiz_card import Card


@pytest.fixture
def card() -> Card:
    return Card("farm-market", seats=3)


def test_the_types_of_fields_are_not_checked():
    assert Card("farm-market", seats="three").seats == "three"


def test_a_field_cannot_be_assigned(card):
    with pytest.raises(FrozenInstanceError):
        card.seats = 4


def test_the_list_inside_can_change(card):
    card.skills.append("sql")
    assert card.skills == ["sql"]


def test_a_field_that_is_a_list_makes_it_unhashable(card):
    with pytest.raises(TypeError, match="unhashable"):
        hash(card)
