import random

import pytest

from agree import find_difference, unique_fast, unique_neighbors


@pytest.mark.parametrize("seed", range(5))
def test_fast_agrees_with_slow(seed):
    assert find_difference(unique_fast, seed) is None


def test_the_search_finds_the_mistake_with_three_names():
    first, middle, last = find_difference(unique_neighbors, seed=1)
    assert first == last != middle


def test_properties_hold_for_random_names():
    dice = random.Random(7)
    for _ in range(1000):
        names = dice.choices(["Ada", "Lin", "Sam"], k=dice.randrange(8))
        result = unique_fast(names)
        assert set(result) == set(names)
        assert len(result) == len(set(names))
        assert unique_fast(result) == result
