"""Brokers for tests: none (tasks run in process), and one in memory that nobody reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kombu.transport import memory

from config import celery
from notifications import outbox

app: Any = celery.app  # tests look behind its types


@contextmanager
def in_process() -> Iterator[None]:
    """Run tasks where they are called, whatever BROKER_URL says."""
    with _configured(task_always_eager=True, task_eager_propagates=True):
        yield


@contextmanager
def in_memory() -> Iterator[None]:
    """Publish tasks to a broker in memory; `messages` says what lies there."""
    with _configured(task_always_eager=False, broker_url="memory://localhost/"):
        _forget()
        yield
    _forget()


def messages(queue: str) -> list[Any]:
    """Take all messages from a queue, oldest first."""
    with app.connection_for_read() as connection:
        bound = app.amqp.queues[queue](connection.default_channel)
        bound.declare()
        found = []
        while (message := bound.get(no_ack=True)) is not None:
            found.append(message)
        return found


@contextmanager
def _configured(**changes: Any) -> Iterator[None]:
    before = {name: app.conf[name] for name in changes}
    app.conf.update(changes)
    outbox._no_nudge_until = 0.0
    try:
        yield
    finally:
        app.conf.update(before)


def _forget() -> None:
    """Let go of connections to another broker, and empty the queues in memory."""
    app._pool = None
    app.amqp._producer_pool = None
    for queue in memory.Channel.queues.values():
        queue.queue.clear()
