from task import Refused, next_wait


def longest(low, high):
    """Draw the longest wait."""
    assert low == 0, "full jitter begins at 0"
    return high


def test_the_longest_wait_doubles_up_to_a_limit():
    waits = [next_wait(ConnectionError(), retries, longest) for retries in range(5)]
    assert waits == [2, 4, 8, 16, 20], "2, 4, 8, 16, then never more than 20"


def test_the_wait_is_drawn():
    wait = next_wait(ConnectionError(), 2, lambda low, high: (low + high) / 4)
    assert wait == 2, "draw(0, longest) decides, or all come back in the same moment"


def test_what_is_refused_is_not_tried_again():
    assert next_wait(Refused(), 0, longest) is None, "trying again is of no use"


def test_after_five_retries_it_gives_up():
    assert next_wait(TimeoutError(), 4, longest) is not None, "the fifth retry is allowed"
    assert next_wait(TimeoutError(), 5, longest) is None, "five retries are enough"
