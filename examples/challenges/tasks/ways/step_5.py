"""The message is a row of the same transaction. Whoever publishes it can try again."""

from django.db import transaction
from kombu.exceptions import OperationalError

from crew import joining
from crew.models import OutboxMessage
from ways.step_4 import tell_owner


@transaction.atomic
def ask_to_join(number: int) -> None:
    joining.save(number)
    OutboxMessage.objects.create(number=number)
    joining.last_check(number)


def relay() -> None:
    """Publish what waits. A schedule calls this every few seconds."""
    for message in OutboxMessage.objects.filter(published=False).order_by("pk"):
        try:
            tell_owner.delay(message.number)
        except OperationalError:
            return  # the rows wait for the next call
        message.published = True
        message.save(update_fields=["published"])
