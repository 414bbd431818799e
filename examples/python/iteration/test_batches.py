import itertools
import sys

import pytest

from batches import in_batches


def test_the_last_batch_may_be_shorter():
    assert list(in_batches("abcde", 2)) == [("a", "b"), ("c", "d"), ("e",)]


def test_no_items_give_no_batch():
    assert list(in_batches([], 3)) == []


def test_it_reads_only_what_a_batch_needs():
    letters = iter("abcde")
    next(in_batches(letters, 2))
    assert next(letters) == "c"


def test_a_size_below_one_is_refused_at_the_first_next():
    batches = in_batches("abc", 0)
    with pytest.raises(ValueError, match="at least 1"):
        next(batches)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="batched came with 3.12")
@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_it_agrees_with_itertools(size):
    expected = list(itertools.batched("abcdef", size))
    assert list(in_batches("abcdef", size)) == expected


@pytest.mark.skipif(sys.version_info < (3, 12), reason="batched came with 3.12")
def test_itertools_refuses_a_size_below_one_when_called():
    with pytest.raises(ValueError, match="at least one"):
        itertools.batched("abc", 0)
