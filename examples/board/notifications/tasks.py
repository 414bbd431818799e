"""The tasks of the notifications app: each calls one service."""

from typing import Any

from celery import Task, shared_task
from django.core.management import call_command

from notifications import delivery, digests, outbox


@shared_task
def relay() -> None:
    """Hand what waits in the outbox to the broker."""
    outbox.relay()


@shared_task(bind=True, soft_time_limit=20, time_limit=25)
def deliver(self: Task, *, kind: str, payload: dict[str, Any], key: str) -> None:
    """Send one e-mail. However often this runs for a key, one mail goes out."""
    try:
        delivery.deliver(kind=kind, payload=payload, key=key)
    except delivery.Busy as busy:
        raise self.retry(exc=busy, countdown=busy.seconds) from busy


@shared_task
def plan_digests() -> None:
    """Put the digests of those for whom it is morning into the outbox."""
    digests.plan()


@shared_task(ignore_result=False, soft_time_limit=540, time_limit=600)
def clean_up() -> dict[str, int]:
    """Delete what nobody needs anymore; the result says how many messages and deliveries."""
    call_command("clearsessions")
    call_command("flushexpiredtokens")
    return {"messages": outbox.clean_up(), "deliveries": delivery.clean_up()}
