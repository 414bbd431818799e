import pytest

from mro import Notice, Pinned, Post, Starred


def test_a_notice_is_pinned_and_starred_once():
    notice = Notice(text="hi", until="Friday")
    assert notice.render() == "[pinned until Friday] [star] hi"


def test_the_next_class_depends_on_the_instance():
    assert Pinned(text="hi", until="Friday").render() == "[pinned until Friday] hi"


def test_the_order_is_children_first_then_left_to_right():
    assert Notice.__mro__ == (Notice, Pinned, Starred, Post, object)


def test_an_unknown_argument_is_refused():
    with pytest.raises(TypeError):
        Notice(text="hi", until="Friday", color="red")
