from task import summary


class Kind(str):
    """A text that counts how many of its kind are in memory."""

    alive = 0
    most = 0

    def __init__(self, text):
        Kind.alive += 1
        Kind.most = max(Kind.most, Kind.alive)

    def __del__(self):
        Kind.alive -= 1


def read_log(kinds):
    yield from kinds


def test_a_list_works():
    text = summary(["blocker", "progress", "blocker"])
    assert text == "2 of 3 posts report a blocker"


def test_a_generator_works():
    text = summary(read_log(["blocker", "progress", "blocker"]))
    assert text == "2 of 3 posts report a blocker", (
        "a generator is spent after one pass: count both numbers in one loop"
    )


def test_an_empty_log_works():
    assert summary(read_log([])) == "0 of 0 posts report a blocker"


def test_posts_are_not_kept_in_memory():
    text = summary(Kind("blocker") for _ in range(200))
    assert text == "200 of 200 posts report a blocker"
    assert Kind.most < 10, (
        f"{Kind.most} posts were in memory at once: let each one go before the next is read"
    )
