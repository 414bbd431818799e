from heap_cost import round_cost


def test_sorting_costs_more_for_every_waiting_blocker() -> None:
    assert round_cost(1_000, use_heap=False) > 9 * round_cost(100, use_heap=False)


def test_a_heap_hardly_notices_ten_times_as_many() -> None:
    assert round_cost(1_000, use_heap=True) < 2 * round_cost(100, use_heap=True)


def test_a_heap_compares_far_less_than_repeated_sorting() -> None:
    sorting = round_cost(1_000, use_heap=False)
    assert sorting > 20 * round_cost(1_000, use_heap=True)
