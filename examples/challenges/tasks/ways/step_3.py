"""What fails is tried again, and a message is kept until its work is done."""

from functools import partial

from celery import shared_task
from django.db import transaction

from crew import faults, joining


@shared_task(
    autoretry_for=(OSError,),  # all errors of smtplib are among them
    retry_backoff=True,
    max_retries=5,
    acks_late=True,
    reject_on_worker_lost=True,
)
def tell_owner(number: int) -> None:
    faults.die("the worker dies before sending", number)
    joining.send_letter(number)
    faults.die("the worker dies after sending", number)


@transaction.atomic
def ask_to_join(number: int) -> None:
    joining.save(number)
    transaction.on_commit(partial(tell_owner.delay, number))
    joining.last_check(number)
