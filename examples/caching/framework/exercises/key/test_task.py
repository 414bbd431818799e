import builtins
import random

from task import page_key

QUERY = {"status": "open", "page": "2"}


def test_the_order_of_the_query_plays_no_part():
    turned = {"page": "2", "status": "open"}
    assert page_key("/p/", QUERY, None, "en") == page_key("/p/", turned, None, "en")


def test_each_part_counts():
    key = page_key("/p/", QUERY, 7, "en")
    assert key != page_key("/q/", QUERY, 7, "en"), "another path, the same key"
    assert key != page_key("/p/", QUERY, 8, "en"), "another viewer, the same key"
    assert key != page_key("/p/", QUERY, None, "en"), "a stranger gets the viewer's page"
    assert key != page_key("/p/", QUERY, 7, "fr"), "another language, the same key"
    assert key != page_key("/p/", {"status": "open", "page": "3"}, 7, "en"), "another page"


def test_names_count_too():
    assert page_key("/p/", {"owner": "5"}, None, "en") != page_key(
        "/p/", {"skill": "5"}, None, "en"
    )


def test_no_two_ways_to_read_it():
    tricky = page_key("/p/", {"a": "1&b=2"}, None, "en")
    assert tricky != page_key("/p/", {"a": "1", "b": "2"}, None, "en"), "a value posed as a name"


def test_short_and_plain():
    key = page_key("/p/", {"search": "tea for two é" * 50}, None, "en")
    assert len(key) <= 100, "the key is too long"
    assert all("!" <= letter <= "~" for letter in key), "the key has blanks, or more than ASCII"


def test_the_same_in_each_process(monkeypatch):
    monkeypatch.setattr(builtins, "hash", lambda _: random.getrandbits(61))  # as in another one
    keys = {page_key("/p/", QUERY, None, "en") for _ in range(2)}
    assert len(keys) == 1, "another process makes another key: hash() differs there"
