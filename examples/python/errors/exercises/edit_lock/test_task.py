import pytest

from task import Locked, editing


def test_a_post_is_locked_during_the_edit_only():
    locked = set()
    with editing(locked, "news"):
        assert locked == {"news"}, "inside the block the post is locked"
    assert locked == set(), "after the block the post is free"


def test_a_failed_edit_frees_the_post_and_shows_its_error():
    locked = set()
    with pytest.raises(ValueError, match="too long"), editing(locked, "news"):
        raise ValueError("too long")
    assert locked == set(), "the post is still locked after an error in the block"


def test_ctrl_c_frees_the_post_too():
    locked = set()
    with pytest.raises(KeyboardInterrupt), editing(locked, "news"):
        raise KeyboardInterrupt
    assert locked == set(), "KeyboardInterrupt is no Exception: clean up in `finally`"


def test_a_second_editor_is_refused_and_opens_nothing():
    locked = set()
    with editing(locked, "news"):
        with pytest.raises(Locked), editing(locked, "news"):
            pass
        assert locked == {"news"}, "the refused editor opened the lock of the first one"


def test_other_posts_stay_free():
    locked = set()
    with editing(locked, "news"), editing(locked, "help"):
        assert locked == {"news", "help"}, "each post has a lock of its own"
    assert locked == set(), "both are free again"
