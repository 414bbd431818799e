"""The outbox: a message is written with the change that it tells about, and sent after.

Both stand in one transaction, so a change that is rolled back sends nothing and a change
that is kept is told, even if the broker is away for hours: its row waits here. Between
publishing and marking a row as sent a process can die; then the message goes out again,
and the consumer, who knows its key, does nothing.
"""

import logging
import random
import time
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string
from kombu.exceptions import OperationalError as BrokerError

from config.logs import request_id
from notifications.models import OutboxMessage

logger = logging.getLogger(__name__)

TASKS = {"export_requested": "exports.tasks.build"}  # all other kinds are e-mails
E_MAIL = "notifications.tasks.deliver"

BATCH = 100
TURN = timedelta(seconds=20)  # then the next relay goes on
CLAIM = timedelta(minutes=1)  # after that, a relay that took rows is thought to be dead
MAX_BACKOFF = 60  # seconds
NUDGE: dict[str, Any] = {"retry": False, "timeout": 0.5, "confirm_timeout": 0.5}
PAUSE = 10.0  # seconds without a nudge after one has failed
KEEP = timedelta(days=30)

_no_nudge_until = 0.0


# --8<-- [start:put]
def put(*, kind: str, payload: dict[str, Any], key: str) -> None:
    """Keep a message to send, in the transaction of the caller.

    Args:
        kind: What happened; `notifications.messages` knows what to write about it.
        payload: The ids of the rows that it is about, and nothing personal.
        key: Says what it means: of two messages with one key, the second is ignored.
    """
    put_all(kind, [(payload, key)])


def put_all(kind: str, messages: Iterable[tuple[dict[str, Any], str]]) -> None:
    """Keep messages of one kind, each a payload and a key, by one query."""
    current = request_id.get()
    OutboxMessage.objects.bulk_create(
        (
            OutboxMessage(kind=kind, payload=payload, key=key, request_id=current)
            for payload, key in messages
        ),
        ignore_conflicts=True,  # a key that is there already
    )
    transaction.on_commit(nudge, robust=True)


# --8<-- [end:put]


def nudge() -> None:
    """Have a worker relay now. Where that fails nothing is lost: beat asks soon anyway.

    A request waits a second at most for a broker that is away, and after that the
    requests of this process do not even try for `PAUSE` seconds.
    """
    from notifications.tasks import relay as relay_task  # it imports this module

    global _no_nudge_until
    if time.monotonic() < _no_nudge_until:
        return
    try:
        relay_task.apply_async(**NUDGE)
    except BrokerError as error:
        _no_nudge_until = time.monotonic() + PAUSE
        logger.warning("Broker is away, messages wait: %s", type(error).__name__)


# --8<-- [start:relay]
def relay() -> int:
    """Publish what waits, oldest first, and return how many messages went out."""
    count, end = 0, time.monotonic() + TURN.total_seconds()
    while time.monotonic() < end and (messages := _claim()):
        published = _publish(messages)
        count += published
        if published < len(messages):
            break  # what is left waits for its next attempt
    return count


def _claim() -> list[OutboxMessage]:
    """Take a batch for a minute: no transaction stays open while we talk to the broker.

    Two relays at once share the work: each skips the rows that the other has locked.
    """
    now = timezone.now()
    with transaction.atomic():
        messages = list(
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(sent_at=None, available_at__lte=now)
            .order_by("available_at")[:BATCH]
        )
        claimed = OutboxMessage.objects.filter(pk__in=[message.pk for message in messages])
        claimed.update(available_at=now + CLAIM)
    return messages


def _publish(messages: list[OutboxMessage]) -> int:
    """Publish messages one by one until the broker fails; return how many went out."""
    count = 0
    for position, message in enumerate(messages):
        try:
            _publish_one(message)
        except BrokerError as error:
            _postpone(messages[position:], error)
            break
        except SoftTimeLimitExceeded:
            raise
        except Exception as error:  # in process: the task has run, and failed
            _postpone([message], error)
        else:
            count += 1
    return count


def _publish_one(message: OutboxMessage) -> None:
    task = import_string(TASKS.get(message.kind, E_MAIL))
    token = request_id.set(message.request_id)  # the message carries it on
    try:
        task.apply_async(
            kwargs={"kind": message.kind, "payload": message.payload, "key": message.key},
            task_id=str(message.pk),
        )
        OutboxMessage.objects.filter(pk=message.pk).update(sent_at=timezone.now())
    finally:
        request_id.reset(token)


# --8<-- [end:relay]


def _postpone(messages: list[OutboxMessage], error: Exception) -> None:
    """Let messages wait: longer after each attempt, and at random."""
    attempts = messages[0].attempts
    wait = random.uniform(0, min(MAX_BACKOFF, 2**attempts))
    name = type(error).__name__  # not its text, which can hold an address
    OutboxMessage.objects.filter(pk__in=[message.pk for message in messages]).update(
        available_at=timezone.now() + timedelta(seconds=wait),
        attempts=F("attempts") + 1,
        last_error=name[:80],
    )
    logger.warning(
        "Not published, tried again later: %s",
        name,
        extra={"kind": messages[0].kind, "attempt": attempts + 1, "count": len(messages)},
    )


def clean_up() -> int:
    """Forget messages that went out long ago; return how many."""
    old = OutboxMessage.objects.filter(sent_at__lt=timezone.now() - KEEP)
    return old.delete()[0]
