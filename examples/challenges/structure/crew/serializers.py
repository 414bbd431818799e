"""The form of the data: what may come in, and what goes out."""

from rest_framework import serializers

from crew.models import JoinRequest, Membership, Project, Skill


class MemberOut(serializers.ModelSerializer):
    name = serializers.CharField(source="person.username")

    class Meta:
        model = Membership
        fields = ("name", "role")


class ProjectOut(serializers.ModelSerializer):
    owner = serializers.CharField(source="owner.username")
    skills = serializers.SlugRelatedField("slug", many=True, read_only=True)
    seats_free = serializers.IntegerField()

    class Meta:
        model = Project
        fields = ("slug", "title", "owner", "skills", "seats_free", "is_open")


class ProjectDetailOut(ProjectOut):
    team = MemberOut(source="memberships", many=True)

    class Meta(ProjectOut.Meta):
        fields = (*ProjectOut.Meta.fields, "pitch", "team")


class ProjectChangeIn(serializers.ModelSerializer):
    seats = serializers.IntegerField(min_value=1, max_value=12, required=False)

    class Meta:
        model = Project
        fields = ("title", "pitch", "seats", "is_open")


class ProjectIn(ProjectChangeIn):
    skills = serializers.SlugRelatedField(
        "slug", many=True, queryset=Skill.objects.all(), required=False
    )

    class Meta(ProjectChangeIn.Meta):
        fields = ("slug", "title", "pitch", "seats", "skills")


class JoinIn(serializers.ModelSerializer):
    class Meta:
        model = JoinRequest
        fields = ("message",)


class JoinOut(serializers.ModelSerializer):
    name = serializers.CharField(source="person.username")

    class Meta:
        model = JoinRequest
        fields = ("id", "name", "message", "status")
