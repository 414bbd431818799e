"""What v1 shows (read), and what both versions take (write).

In v1, people appear by their names alone: two Adas cannot be told apart, nor be looked
up. v2 mends that.
"""

from typing import Any

from rest_framework import serializers

from api.strict import StrictSerializer
from exports.models import Export
from people.models import Person, Skill
from projects.models import MAX_SEATS, MIN_SEATS, JoinRequest, Membership, Post, Project

MAX_ID = 2**63 - 1  # of a BIGINT
# Stricter than the model, and written out, so that the contract can say it too.
WEB_ADDRESS = (
    r"^https?://([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}(:[0-9]{1,5})?"
    r"([/?#][!-~]*)?\Z"
)
AnyField = serializers.Field[Any, Any, Any, Any]


# --- Read ----------------------------------------------------------------------------
class SkillSerializer(serializers.ModelSerializer[Skill]):
    """Something that a person can do and a project can need."""

    class Meta:
        model = Skill
        fields = ["slug", "name"]
        read_only_fields = fields


class ProjectSerializer(serializers.ModelSerializer[Project]):
    """A project, as everybody sees it."""

    owner: AnyField = serializers.CharField(source="owner.name", read_only=True)
    skills: AnyField = serializers.SlugRelatedField("slug", many=True, read_only=True)
    contract_url = serializers.CharField(read_only=True, help_text="Empty where there is none.")
    member_count = serializers.IntegerField(
        read_only=True, min_value=0, help_text="The owner is not counted."
    )
    open_request_count = serializers.IntegerField(
        read_only=True, min_value=0, allow_null=True, help_text="For the owner; null for others."
    )

    class Meta:
        model = Project
        fields = [
            "slug",
            "title",
            "pitch",
            "status",
            "owner",
            "skills",
            "contract_url",
            "seats",
            "member_count",
            "open_request_count",
            "created_at",
            "updated_at",
            "version",
        ]
        read_only_fields = fields


class MembershipSerializer(serializers.ModelSerializer[Membership]):
    """A person in the team of a project."""

    person: AnyField = serializers.CharField(source="person.name", read_only=True)

    class Meta:
        model = Membership
        fields = ["person", "role", "joined_at"]
        read_only_fields = fields


class PostSerializer(serializers.ModelSerializer[Post]):
    """News from a project."""

    author: AnyField = serializers.CharField(source="author.name", read_only=True)
    solves = serializers.IntegerField(
        source="solves_id", read_only=True, allow_null=True, help_text="The blocker's id."
    )

    class Meta:
        model = Post
        fields = ["id", "kind", "title", "body", "author", "solves", "created_at"]
        read_only_fields = fields


class JoinRequestSerializer(serializers.ModelSerializer[JoinRequest]):
    """Somebody's request to join a project."""

    project: AnyField = serializers.SlugRelatedField("slug", read_only=True)
    person: AnyField = serializers.CharField(source="person.name", read_only=True)
    decided_by: AnyField = serializers.CharField(
        source="decided_by.name", read_only=True, allow_null=True
    )

    class Meta:
        model = JoinRequest
        fields = [
            "id",
            "project",
            "person",
            "message",
            "status",
            "created_at",
            "decided_at",
            "decided_by",
        ]
        read_only_fields = fields


class PersonSerializer(serializers.ModelSerializer[Person]):
    """What everybody may know of a person: never the e-mail address."""

    bio = serializers.CharField(source="profile.bio", read_only=True)
    skills: AnyField = serializers.SlugRelatedField(
        "slug", source="profile.skills", many=True, read_only=True
    )

    class Meta:
        model = Person
        fields = ["id", "name", "role", "bio", "skills", "created_at"]
        read_only_fields = fields


class MeSerializer(PersonSerializer):
    """What people see of themselves."""

    is_verified = serializers.BooleanField(read_only=True)
    timezone = serializers.CharField(source="profile.timezone", read_only=True)
    digest = serializers.BooleanField(source="profile.digest", read_only=True)

    class Meta(PersonSerializer.Meta):
        fields = [*PersonSerializer.Meta.fields, "email", "is_verified", "timezone", "digest"]
        read_only_fields = fields


class ExportSerializer(serializers.ModelSerializer[Export]):
    """A copy of a project's history: how far it is."""

    project: AnyField = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = Export
        fields = [
            "id",
            "project",
            "format",
            "status",
            "done",
            "total",
            "error",
            "created_at",
            "finished_at",
        ]
        read_only_fields = fields


class StatsSerializer(serializers.Serializer[dict[str, int]]):
    """Numbers for the front page."""

    projects = serializers.IntegerField(min_value=0)
    open_projects = serializers.IntegerField(min_value=0)
    people = serializers.IntegerField(min_value=0)
    memberships = serializers.IntegerField(min_value=0)
    posts = serializers.IntegerField(min_value=0)


# --- Write: the form of values here, whether they are allowed in the services ----------
class ProjectChange(StrictSerializer):
    """What an owner may change: not the slug, which is the project's address."""

    title = serializers.CharField(max_length=120)
    pitch = serializers.CharField(max_length=2000)
    status = serializers.ChoiceField(Project.Status.choices, required=False)
    skills = serializers.ListField(
        child=serializers.SlugField(max_length=40), max_length=20, required=False
    )
    seats = serializers.IntegerField(min_value=MIN_SEATS, max_value=MAX_SEATS, required=False)
    contract_url = serializers.RegexField(
        WEB_ADDRESS, max_length=200, allow_blank=True, required=False, trim_whitespace=False
    )


class NewProject(ProjectChange):
    """What announces a project."""

    slug = serializers.SlugField(
        max_length=60, required=False, help_text="Made from the title where there is none."
    )


class NewJoinRequest(StrictSerializer):
    """What asks to join a project."""

    message = serializers.CharField(max_length=1000, allow_blank=True, required=False)


class NewPost(StrictSerializer):
    """What tells the news."""

    kind = serializers.ChoiceField(Post.Kind.choices)
    title = serializers.CharField(max_length=120)
    body = serializers.CharField(max_length=5000)
    solves = serializers.IntegerField(
        min_value=1,
        max_value=MAX_ID,
        allow_null=True,
        required=False,
        help_text="The id of the blocker that this solution solves.",
    )


class NewExport(StrictSerializer):
    """What asks for a copy of a project's history."""

    format = serializers.ChoiceField(Export.Format.choices)


class MeChange(StrictSerializer):
    """What people may change about themselves."""

    name = serializers.CharField(max_length=80)
    role = serializers.ChoiceField(Person.Role.choices)
    bio = serializers.CharField(max_length=1000, allow_blank=True)
    skills = serializers.ListField(child=serializers.SlugField(max_length=40), max_length=50)
    timezone = serializers.CharField(max_length=40, help_text="As in Africa/Nairobi.")
    digest = serializers.BooleanField()
