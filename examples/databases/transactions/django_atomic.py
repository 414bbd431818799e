# needs: board
from contextlib import suppress

import django

django.setup()

from django.db import IntegrityError, transaction

from people.models import Skill


def add(slug: str) -> None:
    """Save a new skill."""
    Skill.objects.create(slug=slug, name=slug.title())


print("--- the error is caught inside the block")
with transaction.atomic():
    add("rust")
    with suppress(IntegrityError):
        add("rust")
print("saved:", Skill.objects.filter(slug="rust").exists())

print("--- and then a query")
try:
    with transaction.atomic():
        add("rust")
        try:
            add("rust")
        except IntegrityError:
            print(Skill.objects.filter(slug="rust").count())
except transaction.TransactionManagementError as error:
    print(error)

print("--- the inner block is a savepoint")
with transaction.atomic():
    add("rust")
    try:
        with transaction.atomic():
            add("rust")
    except IntegrityError:
        print("the second is refused")
    transaction.on_commit(lambda: print("after the commit: send the news"))
    print("last line of the block")
print("saved:", Skill.objects.filter(slug="rust").exists())

print("--- rolled back: nothing is sent")
try:
    with transaction.atomic():
        transaction.on_commit(lambda: print("never printed"))
        raise RuntimeError("the last step failed")
except RuntimeError as error:
    print(error)
