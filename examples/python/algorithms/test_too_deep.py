import pytest

from too_deep import count, count_with_stack

SMALL = {1: [2, 3], 2: [4], 3: [], 4: []}


def test_both_count_a_small_thread() -> None:
    assert count(SMALL, 1) == count_with_stack(SMALL, 1) == 4
    assert count(SMALL, 3) == count_with_stack(SMALL, 3) == 1


def test_only_the_stack_survives_a_deep_thread() -> None:
    deep = {number: [number + 1] for number in range(20_000)}
    deep[20_000] = []
    with pytest.raises(RecursionError, match="maximum recursion depth exceeded"):
        count(deep, 0)
    assert count_with_stack(deep, 0) == 20_001
