import pytest

from membership import Member, count


@pytest.mark.parametrize("size", [1, 10, 500])
def test_a_list_compares_until_it_finds_the_last_item(size: int) -> None:
    assert count([Member(number) for number in range(size)], size - 1) == (size, 0)


@pytest.mark.parametrize("size", [1, 10, 500])
def test_a_set_compares_once_whatever_its_size(size: int) -> None:
    assert count({Member(number) for number in range(size)}, size - 1) == (1, 1)


def test_a_missing_item_is_compared_with_all_of_a_list_and_none_of_a_set() -> None:
    members = [Member(number) for number in range(100)]
    assert count(members, 100) == (100, 0)
    assert count(set(members), 100) == (0, 1)


def test_equal_members_have_equal_hashes() -> None:
    assert Member(7) == Member(7)
    assert hash(Member(7)) == hash(Member(7))
    assert Member(7) != Member(8)
    assert Member(7) != 7
