from datetime import date

import pytest
from task import Member, newcomers, welcome_new

MONDAY = date(2026, 3, 2)
TUESDAY = date(2026, 3, 3)


@pytest.fixture
def members():
    return [Member("Ada", MONDAY), Member("Lin", TUESDAY), Member("Sam", MONDAY)]


def test_newcomers_joined_on_the_day_that_is_passed_in(members):
    names = newcomers(members, MONDAY)
    assert names == ["Ada", "Sam"], "return the names of those who joined on `today`"
    assert newcomers(members, TUESDAY) == ["Lin"], "another day, other newcomers"


def test_deciding_changes_nothing_and_prints_nothing(members, capsys):
    before = list(members)
    newcomers(members, MONDAY)
    assert members == before, "a pure function leaves its arguments as they were"
    assert capsys.readouterr().out == "", "a pure function has no effect"


def test_each_newcomer_gets_one_message_by_the_senders_hand(members):
    sent = []
    welcome_new(members, MONDAY, lambda name, text: sent.append((name, text)))
    assert sent == [
        ("Ada", "Welcome to the board, Ada"),
        ("Sam", "Welcome to the board, Sam"),
    ], "call the sender that you were given, once for each newcomer"


def test_nobody_new_means_no_message(members):
    sent = []
    welcome_new(members, date(2026, 3, 4), lambda *message: sent.append(message))
    assert sent == [], "nobody joined on this day"
