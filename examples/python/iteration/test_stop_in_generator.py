import pytest

from stop_in_generator import first_posts, first_posts_safe


def test_both_agree_when_every_thread_has_a_post():
    threads = [["a", "b"], ["c"]]
    assert list(first_posts(threads)) == list(first_posts_safe(threads)) == ["a", "c"]


def test_an_empty_thread_breaks_the_first_version():
    with pytest.raises(RuntimeError, match="generator raised StopIteration"):
        list(first_posts([[]]))


def test_the_safe_version_leaves_an_empty_thread_out():
    assert list(first_posts_safe([[], ["a"], []])) == ["a"]
