"""The viewsets of v2: those of v1 with cursors for pages and people as objects.

Whoever mends v1 mends v2; what v2 changes is what this module says and nothing else.
"""

from api.pagination import Cursors
from api.v1 import views as v1
from api.v1.views import ExportViewSet, MeViewSet, ProjectExportViewSet, StatsViewSet
from api.v2 import serializers

__all__ = ["ExportViewSet", "MeViewSet", "ProjectExportViewSet", "StatsViewSet"]


class ProjectViewSet(v1.ProjectViewSet):
    """Projects: everybody reads, verified people announce, owners change and delete."""

    serializer_class = serializers.ProjectSerializer
    pagination_class = Cursors


class MembershipViewSet(v1.MembershipViewSet):
    """The team of a project."""

    serializer_class = serializers.MembershipSerializer
    pagination_class = Cursors


class PostViewSet(v1.PostViewSet):
    """News from a project: everybody reads, its team writes."""

    serializer_class = serializers.PostSerializer
    pagination_class = Cursors


class ProjectJoinRequestViewSet(v1.ProjectJoinRequestViewSet):
    """Requests to join one project: its owner sees all, others their own."""

    serializer_class = serializers.JoinRequestSerializer
    pagination_class = Cursors


class JoinRequestViewSet(v1.JoinRequestViewSet):
    """All requests that concern you: those that you made and those to your projects."""

    serializer_class = serializers.JoinRequestSerializer
    pagination_class = Cursors


class PersonViewSet(v1.PersonViewSet):
    """People, as everybody may see them."""

    pagination_class = Cursors


class SkillViewSet(v1.SkillViewSet):
    """The skills to choose from."""

    pagination_class = Cursors
