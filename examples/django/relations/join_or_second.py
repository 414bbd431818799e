# needs: board
import django

django.setup()

from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from projects.models import Project


def read(what: str, projects: QuerySet[Project]) -> None:
    with CaptureQueriesContext(connection) as queries:
        for project in projects:
            skills = ", ".join(skill.name for skill in project.skills.all())
            f"{project.title}, {project.owner.profile.timezone}: {skills}"
    joins = queries[0]["sql"].count(" JOIN ")
    print(f"{len(queries):2} queries, {joins} joins in the first: {what}")


ten = Project.objects.order_by("id")
read("plain", ten[:10])
read("select_related", ten.select_related("owner__profile")[:10])
both = ten.select_related("owner__profile").prefetch_related("skills")
read("select_related, prefetch_related", both[:10])
read("prefetch_related alone", ten.prefetch_related("owner__profile", "skills")[:10])
