from django.db import connection
from django.test.utils import CaptureQueriesContext

from team import Person, Project

for name in ("Ada", "Noor", "Sam"):
    owner = Person.objects.create(name=name)
    Project.objects.create(title=f"Project of {name}", owner=owner)

with CaptureQueriesContext(connection) as queries:
    for project in Project.objects.select_related("owner").prefetch_related("team"):
        names = [person.name for person in project.team.order_by("name")]
        line = f"{project.owner.name}: {names}"
print(len(queries))
