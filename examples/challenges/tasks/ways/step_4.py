"""The task may run twice, the mail goes out once: a key says what has been sent."""

from functools import partial

from celery import shared_task
from django.db import transaction

from crew import faults, joining
from crew.models import Delivery


@shared_task(
    autoretry_for=(OSError,),
    retry_backoff=True,
    max_retries=5,
    acks_late=True,
    reject_on_worker_lost=True,
)
def tell_owner(number: int) -> None:
    faults.die("the worker dies before sending", number)
    delivery, _ = Delivery.objects.get_or_create(key=f"join_requested:{number}")
    if not delivery.sent:
        joining.send_letter(number)
        Delivery.objects.filter(pk=delivery.pk).update(sent=True)
    faults.die("the worker dies after sending", number)


@transaction.atomic
def ask_to_join(number: int) -> None:
    joining.save(number)
    transaction.on_commit(partial(tell_owner.delay, number))
    joining.last_check(number)
