from dataclasses import FrozenInstanceError

import pytest

from records import Kind, Membership, Post


def test_a_membership_is_a_tuple() -> None:
    seat = Membership("Lin", "chat-api")
    assert seat == ("Lin", "chat-api")
    assert seat[0] == seat.person == "Lin"


def test_a_post_is_no_tuple() -> None:
    assert Post(1, "hello").__eq__((1, "hello")) is NotImplemented
    with pytest.raises(TypeError):
        iter(Post(1, "hello"))  # type: ignore[call-overload]


def test_posts_are_equal_when_all_fields_are() -> None:
    assert Post(1, "a") == Post(1, "a", Kind.PROGRESS)
    assert Post(1, "a") != Post(1, "a", Kind.BLOCKER)


def test_a_post_is_fixed_and_works_as_a_key() -> None:
    post = Post(1, "hello")
    with pytest.raises(FrozenInstanceError):
        post.day = 2  # type: ignore[misc]
    assert {post: "Ada"}[Post(1, "hello")] == "Ada"


def test_a_kind_comes_from_its_text_or_not_at_all() -> None:
    assert Kind("blocker") is Kind.BLOCKER
    with pytest.raises(ValueError, match="'bloker' is not a valid Kind"):
        Kind("bloker")
