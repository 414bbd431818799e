"""The mail is sent inside the request."""

from django.db import transaction

from crew import joining


@transaction.atomic
def ask_to_join(number: int) -> None:
    joining.save(number)
    joining.send_letter(number)
    joining.last_check(number)
