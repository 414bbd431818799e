# needs: board
from unittest.mock import patch

import django

django.setup()

from django.core import mail
from django.db import transaction
from kombu.exceptions import OperationalError

from config.celery import BoardTask
from notifications import outbox
from notifications.models import OutboxMessage
from notifications.tasks import deliver
from people.models import Person
from projects.models import Project
from projects.services import ask_to_join

project = Project.objects.filter(status="open").order_by("pk").first()
first, second = Person.objects.exclude(memberships__project=project).order_by("pk")[:2]


def state(when: str) -> None:
    waiting = OutboxMessage.objects.filter(sent_at=None).count()
    sent = len(getattr(mail, "outbox", []))
    print(f"{when}: messages waiting: {waiting}, mails sent: {sent}")


try:
    with transaction.atomic():
        ask_to_join(person=first, project=project)
        raise ZeroDivisionError("something fails later")
except ZeroDivisionError:
    state("rolled back")

with patch.object(BoardTask, "apply_async", side_effect=OperationalError("broker away")):
    ask_to_join(person=second, project=project)
    state("broker away")

outbox.relay()
state("broker back, relayed")

message = OutboxMessage.objects.latest("created_at")
deliver.delay(kind=message.kind, payload=message.payload, key=message.key)
state("delivered once more")
