"""What differs in v2: people appear with their id and a link, and so do things."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1 import serializers as v1
from people.models import Person


@extend_schema_field({"type": "string", "format": "uri-reference"})
class Link(serializers.Field[Any, None, str, Any]):
    """The path of an object in v2, by one of its attributes."""

    def __init__(self, route: str, attribute: str = "pk") -> None:
        super().__init__(source="*", read_only=True)
        self.route, self.attribute = route, attribute

    def to_representation(self, value: Any) -> str:
        """Return where the object is."""
        return reverse(f"v2:{self.route}", args=[getattr(value, self.attribute)])


class PersonLink(serializers.ModelSerializer[Person]):
    """A person, as part of something else."""

    url = Link("people-detail")

    class Meta:
        model = Person
        fields = ["id", "name", "url"]
        read_only_fields = fields


class ProjectSerializer(v1.ProjectSerializer):
    """A project, as everybody sees it."""

    url = Link("projects-detail", "slug")
    owner = PersonLink(read_only=True)

    class Meta(v1.ProjectSerializer.Meta):
        fields = ["url", *v1.ProjectSerializer.Meta.fields]
        read_only_fields = fields


class MembershipSerializer(v1.MembershipSerializer):
    """A person in the team of a project."""

    person = PersonLink(read_only=True)


class PostSerializer(v1.PostSerializer):
    """News from a project."""

    author = PersonLink(read_only=True)


class JoinRequestSerializer(v1.JoinRequestSerializer):
    """Somebody's request to join a project."""

    url = Link("requests-detail")
    person = PersonLink(read_only=True)
    decided_by = PersonLink(read_only=True, allow_null=True)

    class Meta(v1.JoinRequestSerializer.Meta):
        fields = ["url", *v1.JoinRequestSerializer.Meta.fields]
        read_only_fields = fields
