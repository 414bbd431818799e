import pytest

from pagination import Page, pages

ANSWERS = {
    None: Page(["a", "b"], "p2"),
    "p2": Page(["c", "d"], "p3"),
    "p3": Page(["e"], None),
}


class Api:
    """Serve three pages and remember the cursors asked for."""

    def __init__(self):
        self.cursors = []

    def get(self, cursor):
        self.cursors.append(cursor)
        return ANSWERS[cursor]


def test_every_page_comes_once_in_order():
    api = Api()
    assert list(pages(api.get)) == [["a", "b"], ["c", "d"], ["e"]]
    assert api.cursors == [None, "p2", "p3"]


def test_calling_requests_nothing():
    api = Api()
    pages(api.get)
    assert api.cursors == []


def test_a_page_is_requested_only_when_wanted():
    api = Api()
    reader = pages(api.get)
    assert next(reader) == ["a", "b"]
    assert api.cursors == [None]


def test_an_empty_board_is_one_empty_page():
    assert list(pages(lambda _: Page([], None))) == [[]]


def test_an_error_reaches_the_caller():
    def broken(_):
        raise ConnectionError("the API is down")

    with pytest.raises(ConnectionError):
        next(pages(broken))


def test_a_server_that_repeats_a_cursor_is_stopped():
    repeating = pages(lambda _: Page(["a"], "p2"), limit=3)
    assert [next(repeating) for _ in range(3)] == [["a"]] * 3
    with pytest.raises(RuntimeError, match="after 3 pages"):
        next(repeating)


def test_exactly_as_many_pages_as_the_limit_are_fine():
    assert len(list(pages(Api().get, limit=3))) == 3
