"""Every read. The number of queries does not depend on the number of rows."""

from django.contrib.auth.models import User
from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.db.models.functions import Greatest

from crew.errors import NotFound
from crew.models import JoinRequest, Membership, Project, Skill

MEMBERS = Count("memberships", filter=Q(memberships__role="member"))


def projects() -> QuerySet[Project]:
    """Return projects with all that a list shows; an owner takes no seat."""
    return (
        Project.objects.select_related("owner")
        .prefetch_related(Prefetch("skills", Skill.objects.order_by("slug")))
        .annotate(seats_free=Greatest(F("seats") - MEMBERS, 0))
        .order_by("slug")
    )


def matching(*, search: str = "", skill: str = "", only_open: bool = False) -> QuerySet[Project]:
    found = projects()
    if search:
        found = found.filter(Q(title__icontains=search) | Q(pitch__icontains=search))
    if skill:
        found = found.filter(pk__in=Project.objects.filter(skills__slug=skill))
    if only_open:
        found = found.filter(is_open=True)
    return found


def project(slug: str) -> Project:
    """Return one project with its team.

    Raises:
        NotFound: there is none.
    """
    team = Membership.objects.select_related("person").order_by("pk")
    found = projects().prefetch_related(Prefetch("memberships", team)).filter(slug=slug).first()
    if found is None:
        raise NotFound
    return found


def join_requests(project: Project) -> QuerySet[JoinRequest]:
    return project.requests.select_related("person").order_by("pk")


def join_request(pk: int) -> JoinRequest:
    found = JoinRequest.objects.select_related("person", "project__owner").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def is_member(person: User, project: Project) -> bool:
    return Membership.objects.filter(project=project, person=person).exists()
