# needs: rabbitmq, redis, subprocess
# time-limit: 90
import os
import time

from celery import Celery

import workers
from jobs import RUN, notes

BROKERS = {"RabbitMQ": os.environ["BROKER_URL"], "Redis": os.environ["REDIS_URL"]}
TASKS = ("early", "late")
QUEUE = f"queue-{RUN}"


def noted(broker: str, task: str) -> list[str]:
    return notes.lrange(f"{RUN}-{broker}-{task}", 0, -1)


def ready() -> int:
    """Return how many messages RabbitMQ would deliver now."""
    with Celery(broker=BROKERS["RabbitMQ"]).connection_for_read() as connection:
        return connection.default_channel.queue_declare(QUEUE, passive=True).message_count


for broker, url in BROKERS.items():
    app = Celery(broker=url)
    if broker == "Redis":
        app.conf.broker_transport_options = {"global_keyprefix": RUN}
    for task in TASKS:
        app.send_task(f"jobs.{task}", args=[broker], queue=QUEUE)

first = [workers.start_worker("jobs", url) for url in BROKERS.values()]
workers.wait_until(lambda: all(noted(broker, task) for broker in BROKERS for task in TASKS))
for worker in first:
    workers.kill(worker)
print("workers killed in the middle of both tasks")
workers.wait_until(ready)
print("RabbitMQ: ready again", ready())
print("Redis: ready again", notes.llen(RUN + QUEUE), "hidden", notes.hlen(f"{RUN}unacked"))

time.sleep(3)  # longer than the visibility timeout
second = [workers.start_worker("jobs", url) for url in BROKERS.values()]
workers.wait_until(lambda: all("finished" in noted(broker, "late") for broker in BROKERS))
for broker in BROKERS:
    for task in TASKS:
        print(f"{broker:8}  {task:5}  {', '.join(noted(broker, task))}")
