from append import copies


def test_doubling_copies_less_than_twice_the_appends() -> None:
    for n in (1, 2, 3, 100, 1023, 1024, 1025):
        assert copies(n, lambda room: max(1, room * 2))[0] < 2 * n


def test_fixed_steps_copy_four_times_as_much_when_doubled() -> None:
    small = copies(2000, lambda room: room + 10)[0]
    large = copies(4000, lambda room: room + 10)[0]
    assert 3.9 < large / small < 4.1


def test_nothing_to_append() -> None:
    assert copies(0, lambda room: room + 10) == (0, 0)
