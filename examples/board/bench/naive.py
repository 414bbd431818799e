"""The list of projects as a first attempt writes it: right, and slow.

Each row asks the database for its owner, its skills and its members: with 20 rows, 62
queries. It shows the same values as the board's own list, which needs two, or none.
"""

from typing import Any

from rest_framework import serializers
from rest_framework.pagination import PageNumberPagination
from rest_framework.viewsets import ModelViewSet

from people.models import Person, Skill
from projects.models import Project


class OwnerSerializer(serializers.ModelSerializer[Person]):
    """Who announced a project."""

    class Meta:
        model = Person
        fields = ["id", "name"]


class SkillSerializer(serializers.ModelSerializer[Skill]):
    """What a project needs."""

    class Meta:
        model = Skill
        fields = ["slug", "name"]


class ProjectSerializer(serializers.ModelSerializer[Project]):
    """A project with what belongs to it."""

    owner = OwnerSerializer()
    skills = SkillSerializer(many=True)
    member_count = serializers.SerializerMethodField()

    class Meta:
        model = Project
        exclude = ["id"]

    def get_member_count(self, project: Project) -> int:
        """Count the team, the owner not counted."""
        return project.memberships.filter(role="member").count()


class TwentyRows(PageNumberPagination):
    """Pages as long as the board's."""

    page_size = 20


class ProjectViewSet(ModelViewSet[Any]):
    """The whole view."""

    queryset = Project.objects.exclude(status="draft")
    serializer_class = ProjectSerializer
    pagination_class = TwentyRows
    http_method_names = ["get"]
