# needs: board
import django

django.setup()

from django.db import connection
from django.db.models import QuerySet
from django.template import Context, Engine
from django.test.utils import CaptureQueriesContext
from rest_framework import serializers

from projects.models import Project

PAGE = Engine().from_string(
    "{% for p in projects %}{{ p.title }}: {{ p.owner.name }}, {{ p.skills.count }} skills\n"
    "{% endfor %}"
)


class ProjectOut(serializers.ModelSerializer):
    owner = serializers.CharField(source="owner.name")
    skills = serializers.StringRelatedField(many=True)

    class Meta:
        model = Project
        fields = ("slug", "owner", "skills")


def measure(what: str, projects: QuerySet[Project]) -> None:
    counts = []
    for show in (
        lambda rows: PAGE.render(Context({"projects": rows})),
        lambda rows: ProjectOut(rows, many=True).data,
    ):
        with CaptureQueriesContext(connection) as queries:
            show(projects.all())
        counts.append(len(queries))
    print(f"{what}: template {counts[0]} queries, serializer {counts[1]}")


twenty = Project.objects.order_by("id")
measure("plain", twenty[:20])
measure("with relations", twenty.select_related("owner").prefetch_related("skills")[:20])
