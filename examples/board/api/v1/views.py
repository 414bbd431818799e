"""The viewsets of v1. Each method reads through a selector or writes through a service."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.types import OpenApiTypes
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.pagination import BasePagination
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from api.caching import CachedListMixin
from api.conditional import entity_tag, expected_version
from api.idempotency import idempotent
from api.pagination import Pages
from api.permissions import PeopleRead
from api.v1 import filters, serializers
from api.views import BoardViewSet, no_content, require
from exports.models import Export
from exports.services import export_status, open_export, request_export
from people.models import Person, Skill
from people.selectors import person_detail, public_people, skills
from people.services import update_profile
from projects import rules, selectors, services
from projects.caching import STATS, cached
from projects.errors import Invalid
from projects.models import JoinRequest, Membership, Post, Project


class ProjectViewSet(CachedListMixin, BoardViewSet):
    """Projects: everybody reads, verified people announce, owners change and delete."""

    queryset = Project.objects.none()
    serializer_class = serializers.ProjectSerializer
    pagination_class: type[BasePagination] = Pages
    filter_backends = [DjangoFilterBackend]
    filterset_class = filters.ProjectFilter
    lookup_field = "slug"
    lookup_value_converter = "slug"
    inputs = {"create": serializers.NewProject, "partial_update": serializers.ProjectChange}
    outputs = {"destroy": (204, None), "leave": (204, None)}
    problems = {
        "create": (409,),
        "partial_update": (409, 412, 428),
        "destroy": (412, 428),
        "leave": (409,),
    }

    def retrieve(self, request: Request, slug: str) -> Response:
        """Read a project."""
        return self._project(slug)

    @idempotent
    def create(self, request: Request) -> Response:
        """Announce a project."""
        project = services.announce_project(owner=self.person, **self.checked())
        return self._project(
            project.slug, status=201, headers={"Location": f"{request.path}{project.slug}/"}
        )

    def partial_update(self, request: Request, slug: str) -> Response:
        """Change a project."""
        project = selectors.project_detail(request.user, slug)
        require(rules.can_edit(request.user, project))
        services.update_project(
            actor=self.person,
            project=project,
            expected_version=expected_version(request, project.version),
            **self.checked(),
        )
        return self._project(slug)

    def destroy(self, request: Request, slug: str) -> Response:
        """Delete a project with its posts and requests."""
        project = selectors.project_detail(request.user, slug)
        require(rules.can_edit(request.user, project))
        expected = expected_version(request, project.version)
        services.delete_project(actor=self.person, project=project, expected_version=expected)
        return no_content()

    @action(detail=True, methods=["post"])
    def leave(self, request: Request, slug: str) -> Response:
        """Give up your seat."""
        project = selectors.project_detail(request.user, slug)
        services.leave_project(person=self.person, project=project)
        return no_content()

    def _project(
        self, slug: str, *, status: int = 200, headers: dict[str, str] | None = None
    ) -> Response:
        """Answer with a project as it is now, and with its entity tag."""
        project = selectors.project_detail(self.request.user, slug)
        response = self.shown(project, status=status, headers=headers)
        response["ETag"] = entity_tag(project.version, response.data)
        return response


class OfProject(BoardViewSet):
    """What belongs to one project, under its URL."""

    pagination_class: type[BasePagination] = Pages
    filter_backends = [DjangoFilterBackend]

    def project(self) -> Project:
        """Return the project, if the viewer may know it."""
        visible = selectors.visible_projects(self.request.user)
        return get_object_or_404(visible, slug=self.kwargs["project_slug"])


class MembershipViewSet(ListModelMixin, OfProject):
    """The team of a project."""

    queryset = Membership.objects.none()
    serializer_class = serializers.MembershipSerializer

    def get_queryset(self) -> QuerySet[Membership]:
        """Return the team in the order in which it came together."""
        members = selectors.members_of(self.request.user, self.project())
        return members.order_by("joined_at", "id")


class PostViewSet(ListModelMixin, OfProject):
    """News from a project: everybody reads, its team writes."""

    queryset = Post.objects.none()
    serializer_class = serializers.PostSerializer
    filterset_class = filters.PostFilter
    lookup_value_converter = "int"
    inputs = {"create": serializers.NewPost}
    outputs = {"destroy": (204, None)}

    def get_queryset(self) -> QuerySet[Post]:
        """Return the news, newest first."""
        return selectors.posts_of(self.request.user, self.project())

    def retrieve(self, request: Request, project_slug: str, pk: int) -> Response:
        """Read a post."""
        return self.shown(get_object_or_404(self.get_queryset(), pk=pk))

    @idempotent
    def create(self, request: Request, project_slug: str) -> Response:
        """Post news."""
        project = self.project()
        require(rules.can_post(request.user, project))
        data = self.checked()
        if solves := data.pop("solves", None):
            data["solves"] = selectors.posts_of(request.user, project).filter(pk=solves).first()
            if data["solves"] is None:
                raise Invalid("This project has no such post.", field="solves")
        post = services.write_post(author=self.person, project=project, **data)
        return self.shown(post, status=201, headers={"Location": f"{request.path}{post.pk}/"})

    def destroy(self, request: Request, project_slug: str, pk: int) -> Response:
        """Remove a post."""
        post = get_object_or_404(self.get_queryset(), pk=pk)
        services.delete_post(actor=self.person, post=post)
        return no_content()


class ProjectJoinRequestViewSet(ListModelMixin, OfProject):
    """Requests to join one project: its owner sees all, others their own."""

    queryset = JoinRequest.objects.none()
    serializer_class = serializers.JoinRequestSerializer
    permission_classes = [PeopleRead]
    filterset_class = filters.JoinRequestFilter
    inputs = {"create": serializers.NewJoinRequest}
    problems = {"create": (409,)}

    def get_throttles(self) -> list[BaseThrottle]:
        """Limit asking more than reading."""
        self.throttle_scope = "join" if self.action == "create" else None
        return super().get_throttles()

    def get_queryset(self) -> QuerySet[JoinRequest]:
        """Return what the viewer may see of them."""
        return selectors.requests_for(self.request.user).filter(project=self.project())

    @idempotent
    def create(self, request: Request, project_slug: str) -> Response:
        """Ask to join."""
        asked = services.ask_to_join(person=self.person, project=self.project(), **self.checked())
        where = request.path.split("projects/")[0] + f"requests/{asked.pk}/"
        return self.shown(asked, status=201, headers={"Location": where})


class JoinRequestViewSet(ListModelMixin, BoardViewSet):
    """All requests that concern you: those that you made and those to your projects."""

    queryset = JoinRequest.objects.none()
    serializer_class = serializers.JoinRequestSerializer
    permission_classes = [PeopleRead]
    pagination_class: type[BasePagination] = Pages
    filter_backends = [DjangoFilterBackend]
    filterset_class = filters.JoinRequestFilter
    lookup_value_converter = "int"
    problems = {"accept": (409,), "decline": (409,), "withdraw": (409,)}

    def get_queryset(self) -> QuerySet[JoinRequest]:
        """Return them, newest first."""
        return selectors.requests_for(self.request.user)

    def retrieve(self, request: Request, pk: int) -> Response:
        """Read a request to join."""
        return self.shown(selectors.request_detail(request.user, pk))

    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: int) -> Response:
        """Take the person into the team of your project."""
        return self._decide(services.accept_request, pk)

    @action(detail=True, methods=["post"])
    def decline(self, request: Request, pk: int) -> Response:
        """Refuse a request to your project."""
        return self._decide(services.decline_request, pk)

    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: int) -> Response:
        """Take your own request back."""
        return self._decide(services.withdraw_request, pk)

    def _decide(self, service: Any, pk: int) -> Response:
        asked = selectors.request_detail(self.request.user, pk)
        service(actor=self.person, request=asked)
        return self.shown(selectors.request_detail(self.request.user, pk))


class ProjectExportViewSet(OfProject):
    """Copies of a project's history."""

    queryset = Export.objects.none()
    serializer_class = serializers.ExportSerializer
    throttle_scope = "export"
    inputs = {"create": serializers.NewExport}
    outputs = {"create": (202, serializers.ExportSerializer)}

    def create(self, request: Request, project_slug: str) -> Response:
        """Ask for a copy; while one is being made, that one is the answer."""
        export = request_export(person=self.person, project=self.project(), **self.checked())
        where = request.path.split("projects/")[0] + f"exports/{export.pk}/"
        return self.shown(export, status=202, headers={"Location": where})


class Csv(BaseRenderer):
    """Lets a client ask for `text/csv`; the file is sent as it is."""

    media_type = "text/csv"
    format = "csv"


class ExportViewSet(BoardViewSet):
    """Your own copies."""

    queryset = Export.objects.none()
    serializer_class = serializers.ExportSerializer
    permission_classes = [PeopleRead]
    lookup_value_converter = "uuid"
    outputs = {"file": (200, OpenApiTypes.ANY)}
    problems = {"file": (409,)}

    def retrieve(self, request: Request, pk: UUID) -> Response:
        """Read how far a copy is."""
        return self.shown(export_status(person=self.person, export_id=pk))

    @action(detail=True, methods=["get"], renderer_classes=[JSONRenderer, Csv])
    def file(self, request: Request, pk: UUID) -> FileResponse:
        """Download a copy that is done."""
        export = export_status(person=self.person, export_id=pk)
        return FileResponse(
            open_export(person=self.person, export_id=pk),
            as_attachment=True,
            filename=export.filename,
            content_type=export.content_type,
        )


class PersonViewSet(ListModelMixin, BoardViewSet):
    """People, as everybody may see them."""

    queryset = Person.objects.none()
    serializer_class = serializers.PersonSerializer
    pagination_class: type[BasePagination] = Pages
    filter_backends = [DjangoFilterBackend]
    filterset_class = filters.PersonFilter
    lookup_value_converter = "int"

    def get_queryset(self) -> QuerySet[Person]:
        """Return everybody, by name."""
        return public_people()

    def retrieve(self, request: Request, pk: int) -> Response:
        """Read a public profile."""
        return self.shown(person_detail(pk))


class SkillViewSet(ListModelMixin, BoardViewSet):
    """The skills to choose from."""

    queryset = Skill.objects.none()
    serializer_class = serializers.SkillSerializer
    pagination_class: type[BasePagination] = Pages

    def get_queryset(self) -> QuerySet[Skill]:
        """Return all, by name."""
        return skills()


class MeViewSet(BoardViewSet):
    """Your own account."""

    serializer_class = serializers.MeSerializer
    permission_classes = [PeopleRead]
    inputs = {"partial_update": serializers.MeChange}

    def retrieve(self, request: Request) -> Response:
        """Read your own account."""
        return self.shown(request.user)

    def partial_update(self, request: Request) -> Response:
        """Change your profile."""
        return self.shown(update_profile(person=self.person, **self.checked()))


class StatsViewSet(BoardViewSet):
    """Numbers for the front page."""

    serializer_class = serializers.StatsSerializer

    def retrieve(self, request: Request) -> Response:
        """Count what there is."""
        return self.shown(cached(STATS, [], selectors.stats))
