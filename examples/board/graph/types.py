"""What clients can read: the types of the schema.

`self` is the row of the database behind an object; a field's value is the attribute of
its name, unless a method says otherwise. The methods load for all peers at once
(`graph.loaders`) and begin with the selectors that REST uses: both show the same rows to
the same people. Their docstrings are the descriptions in the schema.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

import strawberry
from django.db.models import Model, QuerySet

from exports import models as exports
from graph.context import Info
from graph.fields import connection, resolved, to_one
from graph.loaders import load_count, load_list, load_one
from people import models as people
from projects import models, rules, selectors
from projects.rules import Viewer

NEWEST = ("-created_at", "-id")
MEMBER, PENDING = models.Membership.Role.MEMBER, models.JoinRequest.Status.PENDING

strawberry.enum(people.Person.Role, name="PersonRole")
strawberry.enum(models.Project.Status, name="ProjectStatus")
strawberry.enum(models.Membership.Role, name="MembershipRole")
strawberry.enum(models.JoinRequest.Status, name="JoinRequestStatus")
strawberry.enum(models.Post.Kind, name="PostKind")
strawberry.enum(exports.Export.Format, name="ExportFormat")
strawberry.enum(exports.Export.Status, name="ExportStatus")


def rows_of(model: type[Model]) -> Callable[[object, object], bool]:
    """Let GraphQL tell the types of a union apart by the model of the row."""
    return lambda row, info: isinstance(row, model)


# --- The rows that a viewer may see -------------------------------------------------------
def visible_posts(viewer: Viewer, **conditions: object) -> QuerySet[models.Post]:
    """Return the news of projects that the viewer may know, newest first."""
    rows = models.Post.objects.filter(project__in=selectors.visible_projects(viewer))
    return narrow(rows, conditions).order_by(*NEWEST)


def visible_memberships(viewer: Viewer) -> QuerySet[models.Membership]:
    """Return the teams of projects that the viewer may know, owners first."""
    rows = models.Membership.objects.filter(project__in=selectors.visible_projects(viewer))
    return rows.order_by("-role", "joined_at", "id")


def visible_requests(viewer: Viewer, **conditions: object) -> QuerySet[models.JoinRequest]:
    """Return the requests that the viewer made or that are theirs to decide, newest first."""
    # Whom and what they name is loaded where a client asks for it.
    rows = selectors.requests_for(viewer).select_related(None)
    return narrow(rows, conditions).order_by(*NEWEST)


def narrow(rows: QuerySet[Any], conditions: dict[str, object]) -> QuerySet[Any]:
    """Apply those conditions that a client gave."""
    return rows.filter(**{name: value for name, value in conditions.items() if value is not None})


# --- People ---------------------------------------------------------------------------------
def profile_of(person: people.Person) -> people.Profile | None:
    """Return what a person says about themselves, unless they have left."""
    return load_one(
        person, "pk", lambda: people.Profile.objects.filter(person__is_active=True), "person_id"
    )


@strawberry.type(description="Something that a person can do and a project can need.")
class Skill:
    """A row of `people.models.Skill`."""

    slug: strawberry.ID
    name: str


@strawberry.type(description="What everybody may know of somebody with an account.")
class Person:
    """A row of `people.models.Person`."""

    id: strawberry.ID
    name: str
    role: people.Person.Role
    created_at: datetime

    @resolved()
    def bio(self: Any) -> str:
        """What they say about themselves."""
        profile = profile_of(self)
        return profile.bio if profile else ""

    @resolved(list[Skill])
    def skills(self: Any) -> list[people.Skill]:
        """What they can do."""
        profile = profile_of(self)
        return load_list(profile, "skills") if profile else []

    @connection("Project", of="owner")
    def projects(self, info: Info) -> QuerySet[models.Project]:
        """The projects that they own, newest first."""
        return selectors.visible_projects(info.context.viewer).order_by(*NEWEST)

    @connection("Membership", of="person")
    def memberships(self, info: Info) -> QuerySet[models.Membership]:
        """The teams that they are in, latest first."""
        return visible_memberships(info.context.viewer).order_by("-joined_at", "-id")


@strawberry.type(description="What only people themselves may know of their account.")
class Me:
    """The row of the viewer; no field but `me` and a change of it leads here."""

    email: str
    is_verified: bool
    is_type_of = rows_of(people.Person)

    @resolved(Person)
    def person(self: Any) -> Any:
        """What the others see."""
        return self

    @resolved(str)
    def timezone(self: Any) -> Any:
        """Where their day begins, as in Africa/Nairobi."""
        return self.profile.timezone

    @resolved(bool)
    def digest(self: Any) -> Any:
        """Whether they get the nightly digest."""
        return self.profile.digest


# --- Projects and what belongs to them --------------------------------------------------------
@strawberry.type(description="Something that a person wants to build with others.")
class Project:
    """A row of `projects.models.Project`."""

    slug: str
    title: str
    pitch: str
    status: models.Project.Status
    contract_url: str = strawberry.field(description="Empty where there is none.")
    seats: int = strawberry.field(description="Places for members; the owner is not counted.")
    created_at: datetime
    updated_at: datetime
    version: int = strawberry.field(description="Give it to `updateProject`.")
    owner: Person = to_one("owner_id", people.Person)
    is_type_of = rows_of(models.Project)

    @resolved(strawberry.ID)
    def id(self: Any) -> Any:
        """The slug, which no two projects share."""
        return self.slug

    @resolved(list[Skill])
    def skills(self: Any) -> list[people.Skill]:
        """What it needs."""
        return load_list(self, "skills")

    @resolved()
    def member_count(self: Any) -> int:
        """The owner is not counted."""
        members = models.Membership.objects
        return load_count(self, "members", lambda: members.filter(role=MEMBER), "project")

    @resolved()
    def open_request_count(self: Any, info: Info) -> int | None:
        """For the owner; null for others."""
        if not rules.is_owner(info.context.viewer, self):
            return None
        requests = models.JoinRequest.objects
        return load_count(self, "pending", lambda: requests.filter(status=PENDING), "project")

    @connection("Membership", of="project")
    def members(self, info: Info) -> QuerySet[models.Membership]:
        """The team: the owner, then the others as they came."""
        return visible_memberships(info.context.viewer)

    @connection("Post", of="project")
    def posts(self, info: Info, kind: models.Post.Kind | None = None) -> QuerySet[models.Post]:
        """The news, newest first."""
        return visible_posts(info.context.viewer, kind=kind)

    @connection("JoinRequest", of="project")
    def requests(
        self, info: Info, status: models.JoinRequest.Status | None = None
    ) -> QuerySet[models.JoinRequest]:
        """The requests that you made or may decide, newest first."""
        return visible_requests(info.context.viewer, status=status)


@strawberry.type(description="A person in the team of a project.")
class Membership:
    """A row of `projects.models.Membership`."""

    id: strawberry.ID
    role: models.Membership.Role
    joined_at: datetime
    person: Person = to_one("person_id", people.Person)
    # Who may see the row may see its project: all lists of them begin with visible projects.
    project: Project = to_one("project_id", models.Project)
    is_type_of = rows_of(models.Membership)


@strawberry.type(description="Somebody's request to join a project.")
class JoinRequest:
    """A row of `projects.models.JoinRequest`."""

    id: strawberry.ID
    message: str
    status: models.JoinRequest.Status
    created_at: datetime
    decided_at: datetime | None
    person: Person = to_one("person_id", people.Person)
    decided_by: Person | None = to_one("decided_by_id", people.Person)
    is_type_of = rows_of(models.JoinRequest)

    @resolved(Project | None)
    def project(self: Any, info: Info) -> models.Project | None:
        """Null where it has become a draft of others."""
        viewer = info.context.viewer
        return load_one(self, "project_id", lambda: selectors.visible_projects(viewer))


@strawberry.type(description="News from a project.")
class Post:
    """A row of `projects.models.Post`."""

    id: strawberry.ID
    kind: models.Post.Kind
    title: str
    body: str
    created_at: datetime
    author: Person = to_one("author_id", people.Person)
    project: Project = to_one("project_id", models.Project)
    # The blocker that this solution solves.
    solves: Annotated["Post", strawberry.lazy("graph.types")] | None = to_one(
        "solves_id", models.Post
    )
    is_type_of = rows_of(models.Post)


@strawberry.type(description="A project's history as a file, which the REST API serves.")
class Export:
    """A row of `exports.models.Export`, for the person who asked for it."""

    id: strawberry.ID
    format: exports.Export.Format
    status: exports.Export.Status
    done: int = strawberry.field(description="How many of `total` rows are written.")
    total: int
    error: str = strawberry.field(description="Why it failed; else empty.")
    created_at: datetime
    finished_at: datetime | None
    project: Project = to_one("project_id", models.Project)
    is_type_of = rows_of(exports.Export)


@strawberry.type(description="Numbers for the front page; drafts are not counted.")
class Stats:
    """What `projects.selectors.stats` counts."""

    projects: int
    open_projects: int
    people: int
    memberships: int
    posts: int
