# needs: board
import django

django.setup()

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.selectors import project_list

everybody = AnonymousUser()
for size in (10, 50, 100):
    with CaptureQueriesContext(connection) as queries:
        rows = [
            f"{project.title} by {project.owner.name}: {project.member_count} of {project.seats},"
            f" needs {' and '.join(skill.name for skill in project.skills.all())}"
            for project in project_list(everybody)[:size]
        ]
    print(len(rows), "projects,", len(queries), "queries")
print(rows[0])
