# needs: rabbitmq, redis, subprocess
# time-limit: 60
import os

from celery import Celery

import workers
from jobs import RUN, notes

TASKS = ("crash_late", "crash_rejected")

app = Celery(broker=os.environ["BROKER_URL"])
for task in TASKS:
    app.send_task(f"jobs.{task}", queue=f"queue-{RUN}")
workers.start_worker("jobs", os.environ["BROKER_URL"])
workers.wait_until(lambda: "finished" in notes.lrange(f"{RUN}-crash_rejected", 0, -1))
for task in TASKS:
    print(f"{task:14}", ", ".join(notes.lrange(f"{RUN}-{task}", 0, -1)))

with app.connection_for_read() as connection:
    queue = connection.default_channel.queue_declare(f"queue-{RUN}", passive=True)
    print("still in the queue:", queue.message_count)
