# needs: board
import django

django.setup()

from django.db.models import F

from projects.models import Project

project = Project.objects.filter(seats__lte=5).earliest("id")
print("seats:", project.seats)

# Two requests read the project, then both write what they computed.
first, second = (Project.objects.get(pk=project.pk) for _ in range(2))
for mine in (first, second):
    mine.seats += 1
    mine.save(update_fields=["seats"])
project.refresh_from_db()
print("after += 1, twice:", project.seats)

# The database computes, in one statement, from the value that is there.
for _ in range(2):
    Project.objects.filter(pk=project.pk).update(seats=F("seats") + 1)
project.refresh_from_db()
print("after F() + 1, twice:", project.seats)

read = project.version
saved = [
    Project.objects.filter(pk=project.pk, version=read).update(version=F("version") + 1)
    for _ in range(2)
]
print("rows saved by two who read the same version:", saved)
