from replies import Post, walk


def test_a_lone_post_is_at_depth_zero():
    post = Post("Ada", "hello")
    assert list(walk(post)) == [(0, post)]


def test_a_thread_is_read_from_top_to_bottom():
    thread = Post("Ada", "1", [Post("Lin", "2", [Post("Ada", "3")]), Post("Sam", "4")])
    assert [(depth, post.text) for depth, post in walk(thread)] == [
        (0, "1"),
        (1, "2"),
        (2, "3"),
        (1, "4"),
    ]


def test_posts_do_not_share_their_replies():
    first, second = Post("Ada", "1"), Post("Lin", "2")
    first.replies.append(Post("Sam", "3"))
    assert second.replies == []
