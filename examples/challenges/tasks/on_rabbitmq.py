# needs: rabbitmq, subprocess, files, posix
# time-limit: 240
"""The same hundred requests and faults, with RabbitMQ and a worker whose processes die."""

import subprocess
import sys
import time

import counting
from crew.broker import app


def work() -> None:
    """Wait until the queue is empty and the worker, asked twice, has nothing in hand."""
    quiet = 0
    while quiet < 2:
        time.sleep(0.3)
        ask = app.control.inspect(timeout=2, limit=1)
        answers = [ask.active(), ask.reserved(), ask.scheduled()]
        with app.connection() as connection:
            left = connection.default_channel.queue_declare("celery", passive=True).message_count
        tasks = [task for answer in answers for tasks in (answer or {}).values() for task in tasks]
        quiet = quiet + 1 if all(answers) and not tasks and not left else 0


worker = subprocess.Popen(
    [sys.executable, "-m", "celery", "-A", "crew.worker", "worker", "-c", "2", "-l", "critical"],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
try:
    print(counting.HEAD)
    for step in ("step_2", "step_3", "step_4", "step_5"):
        print(counting.line(step, counting.outcome(step, work)))
finally:
    worker.terminate()
    worker.wait()
