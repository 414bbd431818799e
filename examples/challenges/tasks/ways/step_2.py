"""The message goes out when the transaction has committed."""

from functools import partial

from django.db import transaction

from crew import joining
from ways.step_1 import tell_owner


@transaction.atomic
def ask_to_join(number: int) -> None:
    joining.save(number)
    transaction.on_commit(partial(tell_owner.delay, number))
    joining.last_check(number)
