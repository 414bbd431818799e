# needs: board
import django

django.setup()

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from projects.models import JoinRequest, Project

pending = JoinRequest.objects.filter(status="pending").earliest("id")
again = JoinRequest(project_id=pending.project_id, person_id=pending.person_id)

try:
    again.full_clean()
except ValidationError as error:
    print("full_clean:", error.messages[0])

for name, write in {
    "save()": again.save,
    "update()": lambda: Project.objects.update(seats=0),
    "bulk_create()": lambda: Project.objects.bulk_create(
        [Project(slug="x", title="X", pitch="X", status="lost", owner_id=1)]
    ),
}.items():
    try:
        with transaction.atomic():
            write()
    except IntegrityError as error:
        print(f"{name}:", error)

print(Project.objects.filter(seats=0).count(), "projects without seats")
