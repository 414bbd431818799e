"""The Celery application: `celery -A config worker` and `celery -A config beat`.

A message is kept until its work is done. It is acknowledged late, so a worker that dies
gives it back; a task that fails for good, or kills its worker again and again, leaves it
in the queue `dead_letters`, where `manage.py deadletters` lists and replays it. So every
task may run twice: each is idempotent, by a key or by what it finds in the database.
"""

import os
from typing import Any

from celery import Celery, Task, bootsteps
from celery.exceptions import SoftTimeLimitExceeded
from celery.schedules import crontab
from celery.signals import before_task_publish, setup_logging, task_prerun
from django.db import InterfaceError, OperationalError
from kombu import Exchange, Queue
from kombu.exceptions import OperationalError as BrokerError

from config.logs import request_id

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


class BoardTask(Task):
    """The base of all tasks: what passes is tried again for about an hour.

    The waits are drawn at random from 0 to 2, 4, 8, ... 900 seconds ("full jitter"), so
    that tasks that failed together do not come back together.
    """

    autoretry_for = (OSError, OperationalError, InterfaceError, SoftTimeLimitExceeded)
    retry_backoff = 2
    retry_backoff_max = 900
    retry_jitter = True
    max_retries = 15

    def apply_async(self, *args: Any, **options: Any) -> Any:
        """Publish the task, and fail rather than wait for a broker that has frozen."""
        if self.app.conf.task_always_eager:
            return super().apply_async(*args, **options)
        options = {"timeout": 2, "confirm_timeout": 5, "producer": None} | options
        with self.app.producer_or_acquire(options["producer"]) as producer:
            try:
                return super().apply_async(*args, **options | {"producer": producer})
            except BrokerError:
                # Drop the connection: closing it politely could wait for ever, and a late
                # confirmation would be taken for that of the next message.
                producer.connection.collect()
                raise

    def retry(self, *args: Any, **options: Any) -> Any:
        """Come back later; in process, where nothing can wait, the outbox tries again."""
        if self.request.is_eager:
            raise options["exc"]
        return super().retry(*args, **options)


# --8<-- [start:queues]
BOARD = Exchange("board", "topic")  # native delayed delivery (retries) needs a topic exchange
DEAD_LETTERS = Queue(
    "dead_letters",
    Exchange("dead_letters", "fanout"),
    # Looking at a message counts as a delivery: RabbitMQ 4 would drop it after 20.
    queue_arguments={"x-queue-type": "quorum", "x-delivery-limit": 1_000_000},
)


def _queue(name: str) -> Queue:
    # RabbitMQ takes these when it creates the queue, and refuses others later. What may
    # have to change, set by a policy there.
    arguments = {
        "x-queue-type": "quorum",  # on disk, on several nodes; counts its deliveries
        "x-delivery-limit": 20,  # then it is the message that kills the workers
        "x-dead-letter-exchange": DEAD_LETTERS.exchange.name,
        "x-dead-letter-strategy": "at-least-once",
        "x-overflow": "reject-publish",  # "at-least-once" asks for it
    }
    return Queue(name, BOARD, routing_key=name, queue_arguments=arguments)


# --8<-- [end:queues]

app = Celery("board", task_cls=BoardTask)
app.config_from_object("django.conf:settings", namespace="CELERY")  # the servers
app.conf.update(
    # One worker reads all queues; `-Q exports` gives exports workers of their own, so that
    # no mail waits behind them.
    task_queues=[_queue(name) for name in ("default", "notifications", "exports")],
    task_default_queue="default",
    task_default_exchange=BOARD.name,
    task_default_exchange_type=BOARD.type,
    task_create_missing_queues=False,
    task_routes={"notifications.tasks.deliver": "notifications", "exports.tasks.build": "exports"},
    # Kept until done: failed for good means rejected, which means dead-lettered.
    task_acks_late=True,
    task_acks_on_failure=False,
    task_acks_on_timeout=False,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    # When the broker goes away, what runs goes on to its end. The message comes back, and
    # the second run finds the work done: better than ending it halfway through a mail.
    worker_cancel_long_running_tasks_on_connection_loss=False,
    task_soft_time_limit=45,
    task_time_limit=60,  # far below RabbitMQ's 30 minutes for an acknowledgement
    # JSON only: unpickling a message would run whatever its sender put there.
    task_serializer="json",
    result_serializer="json",
    accept_content=["json"],
    # Publishing: confirmed by the broker, and no web request waits long for one that is away.
    broker_transport_options={"confirm_publish": True, "max_retries": 1, "interval_start": 0},
    broker_connection_timeout=1,
    task_publish_retry_policy={"max_retries": 1, "interval_start": 0},
    # A worker waits for its broker for as long as it takes.
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    # Results only of the clean-ups: a task that cannot store its result has failed, so
    # whatever people wait for, such as an export's progress, stands in the database.
    task_ignore_result=True,
    result_expires=24 * 60 * 60,
    redis_socket_connect_timeout=2,
    redis_socket_timeout=5,
    task_eager_propagates=True,
    worker_redirect_stdouts=False,
    # The schedule lives here alone: beat writes no file, and what it sends twice or not at
    # all is made good by the next tick.
    beat_scheduler="celery.beat:Scheduler",
    beat_schedule={
        "relay": {"task": "notifications.tasks.relay", "schedule": 5.0},
        "digests": {
            "task": "notifications.tasks.plan_digests",
            "schedule": crontab(minute="*/15"),  # some time zones are 15 minutes apart
        },
        "clean-up": {
            "task": "notifications.tasks.clean_up",
            "schedule": crontab(hour="3", minute="20"),
        },
        "clean-up-exports": {
            "task": "exports.tasks.clean_up",
            "schedule": crontab(hour="3", minute="40"),
        },
    },
)
app.autodiscover_tasks()


class DeclareDeadLetters(bootsteps.StartStopStep):
    """Has every worker declare the queue of dead letters, which no worker reads."""

    requires = ("celery.worker.consumer.connection:Connection",)

    def start(self, parent: Any) -> None:
        """Declare it, each time that the worker has connected."""
        DEAD_LETTERS(parent.connection.default_channel).declare()


app.steps["consumer"].add(DeclareDeadLetters)


@before_task_publish.connect
def send_request_id(headers: dict[str, Any], **_: Any) -> None:
    """Put the id of the request, or of the task that starts a chain of work, on a message."""
    current = request_id.get()
    headers["request_id"] = headers["id"] if current == "-" else current


@task_prerun.connect
def take_request_id(task: Task, **_: Any) -> None:
    """Write the logs of a task under the id that its message carries."""
    if carried := task.request.get("request_id"):  # in process, the id is there already
        request_id.set(carried)


@setup_logging.connect
def keep_logging(**_: Any) -> None:
    """Leave the logs as Django has set them up: Celery does only where nobody listens here."""
