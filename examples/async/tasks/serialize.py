from datetime import UTC, datetime
from decimal import Decimal

from celery import Celery
from kombu.exceptions import EncodeError

app = Celery("board", broker="memory://")


@app.task
def describe(value: object) -> None:
    """What arrives is shown below, as a worker gets it."""


class Project:
    """Stands for a model instance."""


for value in (
    7,
    (1, 2),
    {1: "a"},
    datetime(2026, 1, 1, tzinfo=UTC),
    Decimal("0.1"),
    {1, 2},
    Project(),
):
    try:
        describe.delay(value)
    except EncodeError as error:
        print(f"{type(error).__name__}: {error}")
        continue
    with app.connection_for_read() as connection:
        queue = app.amqp.queues["celery"](connection.default_channel)
        args, _, _ = queue.get(no_ack=True).decode()
        print(f"{value!r} arrives as {args[0]!r}")
