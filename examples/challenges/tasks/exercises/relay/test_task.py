import pytest
from given import BrokerAway, Database

from task import ask_to_join, relay


@pytest.fixture
def db():
    return Database()


def test_request_and_message_are_saved_together(db):
    ask_to_join(db, 7)
    assert db.requests == {7}, "the request is not saved"
    assert db.outbox == {"join_requested:7": False}, "the message is not saved"


def test_a_crash_right_after_the_commit_leaves_both(db):
    ask_to_join(db, 7)
    requests, outbox = db.committed
    assert len(requests) == len(outbox) == 1, "they must be in one transaction"


def test_a_failed_commit_leaves_neither(db):
    db.commit_fails = True
    with pytest.raises(ValueError, match="commit failed"):
        ask_to_join(db, 7)
    assert (db.requests, db.outbox) == (set(), {}), "a message about nothing is left"


def test_messages_go_out_once_and_in_order(db):
    out = []
    for number in (3, 1, 2):
        ask_to_join(db, number)
    assert relay(db, out.append) == 3
    assert relay(db, out.append) == 0, "what is published does not go out again"
    assert out == ["join_requested:3", "join_requested:1", "join_requested:2"]


def test_asking_again_publishes_nothing_new(db):
    out = []
    ask_to_join(db, 7)
    relay(db, out.append)
    ask_to_join(db, 7)
    assert relay(db, out.append) == 0, "asking again sent a second message"


def test_without_a_broker_all_messages_wait(db):
    tried = []

    def away(key):
        tried.append(key)
        raise BrokerAway

    ask_to_join(db, 1)
    ask_to_join(db, 2)
    assert relay(db, away) == 0
    assert tried == ["join_requested:1"], "one refusal is enough: the others wait"
    assert relay(db, lambda key: None) == 2, "a message was lost while the broker was away"


def test_a_crash_after_publishing_publishes_again(db):
    out = []

    def publish_and_die(key):
        out.append(key)
        raise KeyboardInterrupt

    ask_to_join(db, 1)
    with pytest.raises(KeyboardInterrupt):
        relay(db, publish_and_die)
    relay(db, out.append)
    assert out == ["join_requested:1"] * 2, "noted as published before it was"
