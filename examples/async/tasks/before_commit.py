# needs: board, threads
from threading import Thread

import django

django.setup()

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, transaction

from people.models import Person
from projects.models import Project


def worker(pk: int) -> None:
    """Look for the project as a worker does: on a connection of its own."""
    try:
        print("  worker found", Project.objects.get(pk=pk).slug)
    except ObjectDoesNotExist as error:
        print(f"  {type(error).__qualname__}: {error}")
    connection.close()


def delay(pk: int) -> None:
    """Send a task to a worker that is as quick as can be."""
    thread = Thread(target=worker, args=[pk])
    thread.start()
    thread.join()


owner = Person.objects.order_by("pk").first()

print("sent inside the transaction")
with transaction.atomic():
    project = Project.objects.create(owner=owner, title="Too early", slug="too-early")
    delay(project.pk)

print("sent by on_commit")
with transaction.atomic():
    project = Project.objects.create(owner=owner, title="In time", slug="in-time")
    transaction.on_commit(lambda: delay(project.pk))
