"""The Celery application. Without BROKER_URL, a toy broker in this process stands in."""

import os
from collections import deque
from typing import Any

from celery import Celery, Task
from django.db import connections

from crew import faults, mailserver

queue: deque[tuple[Task, tuple[Any, ...]]] = deque()


class CrewTask(Task):
    def apply_async(self, args=(), kwargs=None, **options):
        faults.find_broker(*args)
        if "BROKER_URL" in os.environ:
            return super().apply_async(args, kwargs, **options)
        queue.append((self, tuple(args)))
        if faults.strikes("a free worker is faster than the commit", *args):
            ours = connections["default"]
            del connections["default"]  # a worker has its own, which sees what is committed
            work()
            connections["default"].close()
            connections["default"] = ours


def work() -> None:
    """Do what waits. As Celery does: a message is given back only where the task says so."""
    waiting = mailserver.waiting.set(None)  # a worker keeps no reader waiting
    while queue:
        task, args = queue.popleft()
        try:
            task.apply(args)
        except faults.WorkerDied:
            if task.acks_late and task.reject_on_worker_lost:
                queue.append((task, args))
    mailserver.waiting.reset(waiting)


app = Celery("crew", broker=os.environ.get("BROKER_URL"), task_cls=CrewTask)
app.conf.update(
    task_ignore_result=True,
    broker_connection_retry_on_startup=True,
    worker_lost_wait=1,  # seconds until the loss of a process is noticed; 10 by default
)
app.set_default()
