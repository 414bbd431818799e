"""What a stand-in would let pass: run by CI against the real servers."""

import os

import psycopg
import pytest
import redis
from kombu import Connection


def test_postgres_keeps_its_types():
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        db.execute("CREATE TEMPORARY TABLE project (places integer)")
        with pytest.raises(psycopg.errors.InvalidTextRepresentation):
            db.execute("INSERT INTO project VALUES ('many')")  # SQLite would store the word


def test_redis_gives_a_lock_once():
    cache = redis.Redis.from_url(os.environ["REDIS_URL"])
    assert cache.set("lock", "a", nx=True, ex=30)
    assert not cache.set("lock", "b", nx=True, ex=30)


def test_rabbitmq_keeps_a_message_until_it_is_acknowledged():
    with Connection(os.environ["BROKER_URL"]) as broker:
        queue = broker.SimpleQueue("mails")
        queue.put("welcome")
        queue.get(timeout=5).requeue()
        again = queue.get(timeout=5)
        assert again.payload == "welcome"
        again.ack()
