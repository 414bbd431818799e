"""What clients can ask for first."""

import re
from enum import Enum
from typing import Annotated
from uuid import UUID

import strawberry
from django.db.models import QuerySet

from exports import models as exports
from exports.services import export_status
from graph.context import Info
from graph.fields import connection, resolved
from graph.types import (
    Export,
    Me,
    Person,
    Project,
    Stats,
    visible_memberships,
    visible_posts,
    visible_requests,
)
from people import models as people
from people import selectors as people_selectors
from projects import models, selectors
from projects.caching import STATS, cached
from projects.errors import BoardError, NotFound

SEARCH = "Words of the title or the pitch; the first five of three letters or more count."


@strawberry.enum
class ProjectOrder(Enum):
    """The orders that `projects.selectors.ORDERS` has an index for."""

    NEWEST = "-created_at"
    OLDEST = "created_at"
    TITLE = "title"
    TITLE_DESCENDING = "-title"


def key_of(id: str) -> int:
    """Return the number in an id; -1, which no row has, where there is none."""
    return int(id) if re.fullmatch("[1-9][0-9]{0,17}", id) else -1


@strawberry.type
class Query:
    """All reads."""

    @resolved(Me | None)
    def me(self, info: Info) -> people.Person | None:
        """You; null where nobody is signed in."""
        viewer = info.context.viewer
        return viewer if isinstance(viewer, people.Person) else None

    @resolved(Person | None)
    def person(self, id: strawberry.ID) -> people.Person | None:
        """Somebody with an account, unless they have left."""
        try:
            return people_selectors.person_detail(key_of(id))
        except NotFound:
            return None

    @resolved(Project | None)
    def project(self, info: Info, slug: strawberry.ID) -> models.Project | None:
        """A project that you may know."""
        return selectors.visible_projects(info.context.viewer).filter(slug=slug).first()

    @connection("Project")
    def projects(
        self,
        info: Info,
        status: models.Project.Status | None = None,
        skill: strawberry.ID | None = None,
        search: Annotated[str | None, strawberry.argument(description=SEARCH)] = None,
        owner: strawberry.ID | None = None,
        order: ProjectOrder = ProjectOrder.NEWEST,
    ) -> QuerySet[models.Project]:
        """The projects that you may know, newest first or as asked."""
        return selectors.matching_projects(
            info.context.viewer,
            status=status,
            skill=skill,
            search=search,
            owner=None if owner is None else key_of(owner),
            order=order.value,
        )

    @connection("Post")
    def posts(
        self,
        info: Info,
        project: strawberry.ID | None = None,
        kind: models.Post.Kind | None = None,
    ) -> QuerySet[models.Post]:
        """The news of all projects or one, newest first."""
        return visible_posts(info.context.viewer, project__slug=project, kind=kind)

    @connection("Membership")
    def members(self, info: Info, project: strawberry.ID) -> QuerySet[models.Membership]:
        """The team of a project: the owner, then the others as they came."""
        return visible_memberships(info.context.viewer).filter(project__slug=project)

    @connection("JoinRequest")
    def requests(
        self, info: Info, status: models.JoinRequest.Status | None = None
    ) -> QuerySet[models.JoinRequest]:
        """The requests that you made or may decide, newest first."""
        return visible_requests(info.context.viewer, status=status)

    @resolved(Export | None)
    def export(self, info: Info, id: strawberry.ID) -> exports.Export | None:
        """How far an export of yours is."""
        try:
            return export_status(person=info.context.person, export_id=UUID(id))
        except (ValueError, BoardError):
            return None

    @connection("Skill")
    def skills(self) -> QuerySet[people.Skill]:
        """All skills, by name."""
        return people_selectors.skills().order_by("name", "id")

    @resolved()
    def stats(self) -> Stats:
        """Numbers for the front page."""
        return Stats(**cached(STATS, [], selectors.stats))
