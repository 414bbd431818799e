# needs: rabbitmq, subprocess
# time-limit: 60
import os
from typing import Any

from celery import Celery
from kombu import Exchange, Queue

import workers

RUN = workers.RUN
dead = Queue(f"dead-{RUN}", Exchange(f"dead-{RUN}", "fanout"))
mails = Queue(f"mails-{RUN}", queue_arguments={"x-dead-letter-exchange": dead.exchange.name})

app = Celery("mails", broker=os.environ["BROKER_URL"])
app.conf.update(
    task_queues=[mails],
    task_default_queue=mails.name,
    task_acks_late=True,
    task_acks_on_failure=False,  # failed for good: rejected, not acknowledged
)


@app.task(name="mails.welcome")
def welcome(person: int) -> None:
    if person == 13:
        raise ValueError("no address")


def look(channel: Any) -> None:
    """Send three tasks, wait for a dead letter and print it."""
    letters = dead(channel)
    letters.declare()
    for person in (7, 13, 21):
        welcome.delay(person)
    workers.start_worker("dead_letters", os.environ["BROKER_URL"])
    workers.wait_until(lambda: letters.queue_declare(passive=True).message_count)
    message = letters.get()
    print("dead letter:", message.headers["task"], message.headers["argsrepr"])
    print("why:", message.headers["x-death"][0]["reason"])
    message.requeue()  # it stays until somebody has looked at it


if __name__ == "__main__":
    with app.connection_for_write() as connection:
        look(connection.default_channel)
