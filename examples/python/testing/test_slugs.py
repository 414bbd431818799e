import pytest

from slugs import slug


def test_joins_words_with_hyphens():
    title = "Farm Market"  # arrange: what the test needs

    address = slug(title)  # act: the one call under test

    assert address == "farm-market"  # assert: what must hold


def test_drops_marks_and_extra_spaces():
    assert slug("  Farm & Market! ") == "farm-market"


def test_refuses_a_title_without_letters():
    with pytest.raises(ValueError, match="no letters or digits"):
        slug("!!!")
