# needs: board
import django

django.setup()

from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from projects.models import Project


def show(projects: QuerySet[Project]) -> None:
    with CaptureQueriesContext(connection) as queries:
        lines = [f"{project.title}, by {project.owner.name}" for project in projects]
    print(f"{len(lines):3} projects, queries: {len(queries):3}; the first: {lines[0]}")


newest = Project.objects.order_by("-created_at", "-id")
for size in (5, 20, 100):
    show(newest[:size])
show(newest.select_related("owner")[:100])
