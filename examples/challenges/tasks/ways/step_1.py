"""A worker sends the mail: `delay` puts a message into a queue and returns."""

from celery import shared_task
from django.db import transaction

from crew import faults, joining


@shared_task
def tell_owner(number: int) -> None:
    faults.die("the worker dies before sending", number)
    joining.send_letter(number)
    faults.die("the worker dies after sending", number)


@transaction.atomic
def ask_to_join(number: int) -> None:
    joining.save(number)
    tell_owner.delay(number)
    joining.last_check(number)
