"""Every read of projects. The number of queries never depends on the number of rows."""

from typing import Any, TypedDict, Unpack

from django.core.validators import slug_re
from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from people.models import Person
from projects import rules
from projects.errors import NotFound
from projects.models import JoinRequest, Membership, Post, Project
from projects.rules import Viewer

# Only what an index serves; the id makes the order of equal values certain.
ORDERS = {
    "created_at": ("created_at", "id"),
    "-created_at": ("-created_at", "-id"),
    "title": ("title", "id"),
    "-title": ("-title", "-id"),
}
MAX_SEARCH_WORDS = 5
MIN_WORD_LENGTH = 3  # the search index knows three letters at a time: see migration 0002
REQUEST_PARTS = ("project", "person", "decided_by")


class Filters(TypedDict, total=False):
    """What `matching_projects` takes."""

    status: str | None
    skill: str | None
    search: str | None
    owner: int | None
    order: str


class Stats(TypedDict):
    """Numbers for the front page; drafts are not counted."""

    projects: int
    open_projects: int
    people: int
    memberships: int
    posts: int


def visible_projects(viewer: Viewer) -> QuerySet[Project]:
    """Return the projects that the viewer may know: drafts only to their team and staff."""
    if viewer.is_staff:
        return Project.objects.all()
    public = ~Q(status=Project.Status.DRAFT)
    if not viewer.is_authenticated:
        return Project.objects.filter(public)
    own = Membership.objects.filter(project=OuterRef("pk"), person=viewer.pk)
    return Project.objects.filter(public | Exists(own))


def matching_projects(
    viewer: Viewer,
    *,
    status: str | None = None,
    skill: str | None = None,
    search: str | None = None,
    owner: int | None = None,
    order: str = "-created_at",
) -> QuerySet[Project]:
    """Return visible projects, narrowed and ordered.

    Args:
        viewer: Who asks.
        status: Only projects of this status.
        skill: Only projects that need the skill of this slug.
        search: Only projects with each of these words in title or pitch; words of fewer
            than three letters are passed over.
        owner: Only projects of the person with this id.
        order: One of ORDERS; anything else is the newest first.
    """
    projects = visible_projects(viewer)
    if status:
        projects = projects.filter(status=_storable(status))
    if skill:
        projects = projects.filter(skills__slug=_storable(skill))
    if owner:
        # Unlike `owner=`, this takes a number of any size: there is no such person.
        projects = projects.filter(owner__id=owner)
    for word in _searchable(search or ""):
        projects = projects.filter(Q(title__icontains=word) | Q(pitch__icontains=word))
    return projects.order_by(*ORDERS.get(order, ORDERS["-created_at"]))


def project_list(viewer: Viewer, **filters: Unpack[Filters]) -> QuerySet[Project]:
    """Return matching projects with all that a list shows: two queries for any number."""
    return with_details(matching_projects(viewer, **filters), viewer)


def with_details(projects: QuerySet[Project], viewer: Viewer) -> QuerySet[Project]:
    """Add to each project its owner, its skills and its counts.

    `member_count` leaves the owner out; `open_request_count` is None for everybody else.
    """
    counts = {
        "member_count": member_count(),
        "open_request_count": Case(
            When(owner=viewer.pk, then=pending_count()), output_field=IntegerField()
        ),
    }
    return projects.select_related("owner").prefetch_related("skills").annotate(**counts)


def project_detail(viewer: Viewer, slug: str) -> Project:
    """Return one project as the list shows it.

    Raises:
        NotFound: There is none, or it is a draft of others.
    """
    projects = with_details(visible_projects(viewer), viewer)
    project = projects.filter(slug=slug).first() if slug_re.match(slug) else None
    if project is None:
        raise NotFound("There is no such project.")
    return project


def requests_for(viewer: Viewer) -> QuerySet[JoinRequest]:
    """Return the requests that the viewer made and those to projects of theirs."""
    requests = JoinRequest.objects.select_related(*REQUEST_PARTS)
    if not viewer.is_authenticated:
        return requests.none()
    # Two searches by index and their union: an OR across two tables would read all rows.
    made = JoinRequest.objects.filter(person=viewer.pk).order_by().values("pk")
    received = JoinRequest.objects.filter(project__owner=viewer.pk).order_by().values("pk")
    return requests.filter(pk__in=made.union(received))


def request_detail(viewer: Viewer, pk: int) -> JoinRequest:
    """Return one request, to its two sides and to staff.

    Raises:
        NotFound: There is none, or it is between others.
    """
    request = JoinRequest.objects.select_related(*REQUEST_PARTS).filter(pk=pk).first()
    if request is None or not rules.can_see_request(viewer, request):
        raise NotFound("There is no such request.")
    return request


def posts_of(viewer: Viewer, project: Project) -> QuerySet[Post]:
    """Return the news of a project, newest first.

    Raises:
        NotFound: The project is a draft of others.
    """
    _require_seen(viewer, project)
    return project.posts.select_related("author", "solves")


def members_of(viewer: Viewer, project: Project) -> QuerySet[Membership]:
    """Return the team of a project: the owner, then the others as they came.

    Raises:
        NotFound: The project is a draft of others.
    """
    _require_seen(viewer, project)
    return project.memberships.select_related("person").order_by("-role", "joined_at", "id")


def stats() -> Stats:
    """Count what there is, in four queries."""
    public = ~Q(status=Project.Status.DRAFT)
    projects = Project.objects.aggregate(
        all=Count("pk", filter=public), open=Count("pk", filter=Q(status="open"))
    )
    return Stats(
        projects=projects["all"],
        open_projects=projects["open"],
        people=Person.objects.filter(is_active=True).count(),
        memberships=Membership.objects.exclude(project__status=Project.Status.DRAFT).count(),
        posts=Post.objects.exclude(project__status=Project.Status.DRAFT).count(),
    )


def member_count() -> Coalesce:
    """Return the expression that counts a project's members, the owner not counted."""
    return _count(Membership.objects.filter(role=Membership.Role.MEMBER))


def pending_count() -> Coalesce:
    """Return the expression that counts a project's pending requests."""
    return _count(JoinRequest.objects.filter(status=JoinRequest.Status.PENDING))


def _count(rows: QuerySet[Any]) -> Coalesce:
    """Count related rows in a subquery: two counts by JOIN would multiply each other."""
    of_project = rows.filter(project=OuterRef("pk")).order_by().values("project")
    counted = of_project.annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def _searchable(text: str) -> list[str]:
    words = [word for word in _storable(text).split() if len(word) >= MIN_WORD_LENGTH]
    return words[:MAX_SEARCH_WORDS]


def _storable(text: str) -> str:
    """Leave out what no row holds and a database may refuse to look for."""
    return text.encode(errors="ignore").decode().replace("\x00", "")


def _require_seen(viewer: Viewer, project: Project) -> None:
    if not rules.can_see(viewer, project):
        raise NotFound("There is no such project.")
