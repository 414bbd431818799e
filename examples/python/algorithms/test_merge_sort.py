from random import Random

import pytest

from merge_sort import merge_sort


@pytest.mark.parametrize(
    "items", [[], [1], [2, 1], [1, 1, 1], [3, 1, 2, 3, 1], list(range(50, 0, -1))]
)
def test_same_result_as_sorted(items: list[int]) -> None:
    assert merge_sort(items)[0] == sorted(items)


def test_many_shuffles() -> None:
    random = Random(1)
    for n in range(60):
        items = [random.randrange(20) for _ in range(n)]
        assert merge_sort(items)[0] == sorted(items)


def test_the_input_stays_as_it_was() -> None:
    items = [3, 1, 2]
    merge_sort(items)
    assert items == [3, 1, 2]
    assert merge_sort([7])[0] == [7]


def test_equal_items_keep_their_order() -> None:
    merged, _ = merge_sort([1, True, 0, 1.0])
    assert [type(item) for item in merged] == [int, int, bool, float]


def test_doubling_costs_a_bit_over_twice() -> None:
    items = list(range(2000))
    Random(7).shuffle(items)
    ratio = merge_sort(items)[1] / merge_sort(items[:1000])[1]
    assert 2.1 < ratio < 2.4
