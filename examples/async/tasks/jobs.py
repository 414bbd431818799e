# needs: rabbitmq, redis
"""A task that can be killed in the middle; `-A jobs` makes a worker of it."""

import os
import signal
import time

from celery import Celery
from redis import Redis

RUN = os.environ.get("RUN", "jobs")  # keeps the runs of this example apart
notes = Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)

# --8<-- [start:killed]
app = Celery("jobs", broker=os.environ["BROKER_URL"])
app.conf.task_default_queue = f"queue-{RUN}"
if app.conf.broker_url.startswith("redis"):
    # Celery's default is an hour.
    app.conf.broker_transport_options = {"visibility_timeout": 2, "global_keyprefix": RUN}


def work(task: str, broker: str) -> None:
    """Note the beginning and, unless killed before, the end. The first run takes a minute."""
    note = f"{RUN}-{broker}-{task}"
    if notes.rpush(note, "began") == 1:
        time.sleep(60)
    notes.rpush(note, "finished")


@app.task
def early(broker: str) -> None:
    work("early", broker)


@app.task(acks_late=True)
def late(broker: str) -> None:
    work("late", broker)


# --8<-- [end:killed]


# --8<-- [start:crash]
def crash(task: str) -> None:
    """End this process as the kernel does when memory runs out; the second run does not."""
    note = f"{RUN}-{task}"
    if notes.rpush(note, "began") == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    notes.rpush(note, "finished")


@app.task(acks_late=True)
def crash_late() -> None:
    crash("crash_late")


@app.task(acks_late=True, reject_on_worker_lost=True)
def crash_rejected() -> None:
    crash("crash_rejected")


# --8<-- [end:crash]
