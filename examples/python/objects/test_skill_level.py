import pytest

from skill_level import SkillLevel


def test_equal_values_are_equal_and_hash_the_same():
    one, other = SkillLevel("sql", 2), SkillLevel("sql", 2)
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize("other", [SkillLevel("sql", 3), SkillLevel("css", 2), "sql"])
def test_different_values_are_not_equal(other):
    assert SkillLevel("sql", 2) != other


def test_order_is_by_level_then_by_skill():
    levels = [SkillLevel("sql", 2), SkillLevel("css", 2), SkillLevel("vue", 1)]
    assert [str(level) for level in sorted(levels)] == [
        "vue at level 1",
        "css at level 2",
        "sql at level 2",
    ]


def test_all_four_comparisons_work():
    low, high = SkillLevel("sql", 1), SkillLevel("sql", 2)
    assert low < high and low <= high and high > low and high >= low


def test_comparing_with_another_type_raises():
    with pytest.raises(TypeError):
        SkillLevel("sql", 1) < 2  # noqa: B015


def test_repr_is_the_call_that_makes_the_object():
    assert repr(SkillLevel("sql", 2)) == "SkillLevel('sql', 2)"
