"""Every write to projects: one function for each thing that people do.

Each runs in a transaction of its own. What it decides by, it reads under a row lock, so
two people acting in the same moment get one success and one clear error. Rows are locked
in one order, the project before its request, so that no two writers wait for each other.
Messages go into the outbox in the same transaction: a write that fails sends nothing.
"""

from collections.abc import Collection
from string import ascii_lowercase
from typing import TypedDict, TypeVar, Unpack

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from notifications import outbox
from people.models import Person
from people.selectors import skills_named
from projects import rules
from projects.caching import PROJECTS, STATS, invalidate
from projects.errors import Conflict, Invalid, NotAllowed, NotFound, StaleVersion, validate
from projects.models import JoinRequest, Membership, Post, Project

ModelT = TypeVar("ModelT", bound=models.Model)


class ProjectChanges(TypedDict, total=False):
    """What an update may change. A slug is an address: it stays."""

    title: str
    pitch: str
    status: str
    seats: int
    contract_url: str
    skills: Collection[str]


@transaction.atomic
def announce_project(
    *,
    owner: Person,
    title: str,
    pitch: str,
    slug: str | None = None,
    skills: Collection[str] = (),
    seats: int = 3,
    contract_url: str = "",
    status: str = Project.Status.OPEN,
) -> Project:
    """Save a new project, with its owner in the team.

    Args:
        owner: Who announces it.
        title: Its name, up to 120 characters.
        pitch: What it is about, up to 2,000 characters.
        slug: Its address; made from the title where none is given.
        skills: Slugs of what it needs.
        seats: Places for members, the owner not counted.
        contract_url: Where the API contract is.
        status: `open` to be found, `draft` to stay with its team.

    Raises:
        NotAllowed: The owner may not write.
        Invalid: A value is wrong.
        Conflict: The slug is taken (`slug_taken`).
    """
    _require_writer(owner)
    project = Project(
        owner=owner,
        title=title,
        pitch=pitch,
        slug=slug or slugify(title)[:50].strip("-") or "project",
        seats=seats,
        contract_url=contract_url,
        status=status,
    )
    validate(project)
    try:
        with transaction.atomic():  # a savepoint: the outer transaction survives the error
            project.save(force_insert=True)
    except IntegrityError as error:
        if slug:
            raise Conflict("This slug is taken.", code="slug_taken", field="slug") from error
        project.slug += f"-{get_random_string(8, ascii_lowercase)}"
        project.save(force_insert=True)
    project.skills.set(skills_named(skills))
    Membership.objects.create(project=project, person=owner, role=Membership.Role.OWNER)
    invalidate(PROJECTS, STATS)
    return project


@transaction.atomic
def update_project(
    *,
    actor: Person,
    project: Project,
    expected_version: int | None = None,
    **changes: Unpack[ProjectChanges],
) -> Project:
    """Change a project and return it as it is now.

    Args:
        actor: Who changes it.
        project: What to change.
        expected_version: The version that the actor read; None overwrites whatever is there.
        **changes: The new values.

    Raises:
        NotAllowed: The actor may not edit it.
        StaleVersion: Somebody changed it since the actor read it.
        Invalid: A value is wrong.
        Conflict: There are more members than seats (`too_few_seats`).
        NotFound: It was deleted meanwhile.
    """
    project = _lock(Project, project.pk)
    _require(actor, rules.can_edit(actor, project), "Only the owner may change a project.")
    _require_version(project, expected_version)
    skills = changes.pop("skills", None)
    for name, value in changes.items():
        setattr(project, name, value)
    validate(project)
    if project.seats < _seats_taken(project):
        raise Conflict("There are more members than that.", code="too_few_seats", field="seats")
    if skills is not None:
        project.skills.set(skills_named(skills))
    _save_next_version(project)
    return project


@transaction.atomic
def delete_project(*, actor: Person, project: Project, expected_version: int | None = None) -> None:
    """Delete a project with its team, requests and posts.

    Raises:
        NotAllowed: The actor may not edit it.
        StaleVersion: Somebody changed it since the actor read it.
        NotFound: It was deleted meanwhile.
    """
    project = _lock(Project, project.pk)
    _require(actor, rules.can_edit(actor, project), "Only the owner may delete a project.")
    _require_version(project, expected_version)
    project.delete()
    invalidate(PROJECTS, STATS)


@transaction.atomic
def ask_to_join(*, person: Person, project: Project, message: str = "") -> JoinRequest:
    """Ask the owner of a project for a seat.

    Raises:
        NotFound: The project is a draft of others, or was deleted meanwhile.
        NotAllowed: The person may not write, or owns the project.
        Conflict: The project is not open (`not_open`), the person is in the team
            (`already_member`) or has a pending request (`already_asked`).
        Invalid: The message is too long.
    """
    project = _lock(Project, project.pk)
    _require_seen(person, project)
    _require(person, rules.can_ask(person, project), "You may not ask to join this project.")
    _require_open(project)
    if rules.is_member(person, project):
        raise Conflict("You are in the team already.", code="already_member")
    request = JoinRequest(person=person, project=project, message=message)
    validate(request)
    try:
        with transaction.atomic():
            request.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict("You have asked already.", code="already_asked") from error
    _notify("join_requested", request)
    return request


@transaction.atomic
def accept_request(*, actor: Person, request: JoinRequest) -> Membership:
    """Take the person who asked into the team.

    The project is locked too: the last seat goes to one of two people, never to both.

    Raises:
        NotAllowed: The actor may not decide.
        Conflict: The request is not pending (`not_pending`), the project is not open
            (`not_open`), it has no free seat (`no_seat`), or the person is in the team.
        NotFound: The request was deleted meanwhile.
    """
    project = _lock(Project, request.project_id)
    request = _close(request, JoinRequest.Status.ACCEPTED, actor)
    _require_open(project)
    if rules.is_member(request.person, project):
        raise Conflict("This person is in the team already.", code="already_member")
    if _seats_taken(project) >= project.seats:
        raise Conflict("All seats are taken.", code="no_seat")
    membership = Membership.objects.create(project=project, person=request.person)
    _save_next_version(project)
    _notify("join_accepted", request)
    return membership


@transaction.atomic
def decline_request(*, actor: Person, request: JoinRequest) -> JoinRequest:
    """Refuse a request to join.

    Raises:
        NotAllowed: The actor may not decide.
        Conflict: The request is not pending (`not_pending`).
        NotFound: The request was deleted meanwhile.
    """
    request = _close(request, JoinRequest.Status.DECLINED, actor)
    _notify("join_declined", request)
    return request


@transaction.atomic
def withdraw_request(*, actor: Person, request: JoinRequest) -> JoinRequest:
    """Take one's own request back.

    Raises:
        NotAllowed: Somebody else made the request.
        Conflict: The request is not pending (`not_pending`).
        NotFound: The request was deleted meanwhile.
    """
    request = _close(request, JoinRequest.Status.WITHDRAWN, actor)
    _notify("join_withdrawn", request)
    return request


@transaction.atomic
def leave_project(*, person: Person, project: Project) -> None:
    """Give up one's seat.

    Raises:
        NotAllowed: The person is not in the team.
        Conflict: The person owns the project (`owner_stays`).
        NotFound: The project was deleted meanwhile.
    """
    project = _lock(Project, project.pk)
    if rules.is_owner(person, project):
        raise Conflict("An owner stays until the project is deleted.", code="owner_stays")
    deleted, _ = Membership.objects.filter(project=project, person=person).delete()
    _require(person, deleted, "You are not in this team.")
    _save_next_version(project)
    outbox.put(
        kind="member_left",
        payload={"project": project.pk, "person": person.pk},
        key=f"member_left:{project.pk}:{person.pk}:{project.version}",
    )


@transaction.atomic
def write_post(
    *,
    author: Person,
    project: Project,
    kind: str,
    title: str,
    body: str,
    solves: Post | None = None,
) -> Post:
    """Post news to a project; a solution may name the blocker that it solves.

    Raises:
        NotFound: The project is a draft of others, or was deleted meanwhile.
        NotAllowed: The author is not in the team.
        Invalid: A value is wrong, or `solves` is no blocker of this project.
    """
    project = _lock(Project, project.pk)
    solves = _lock(Post, solves.pk) if solves else None
    _require_seen(author, project)
    _require(author, rules.can_post(author, project), "Only the team may post.")
    post = Post(project=project, author=author, kind=kind, title=title, body=body, solves=solves)
    validate(post)
    if solves and (kind, solves.kind, solves.project_id) != (
        Post.Kind.SOLUTION,
        Post.Kind.BLOCKER,
        project.pk,
    ):
        raise Invalid("A solution solves a blocker of the same project.", field="solves")
    post.save(force_insert=True)
    invalidate(STATS)
    return post


@transaction.atomic
def delete_post(*, actor: Person, post: Post) -> None:
    """Remove news.

    Raises:
        NotAllowed: The actor is neither its author nor the owner of the project.
        NotFound: It was deleted meanwhile.
    """
    post = _lock(Post, post.pk)
    _require(actor, rules.can_delete_post(actor, post), "Only its author may delete a post.")
    post.delete()
    invalidate(STATS)


def _lock(model: type[ModelT], pk: int) -> ModelT:
    """Read a row that nobody else can change from now until the transaction ends."""
    # no_key: rows that only refer to this one, such as new posts, can still be inserted.
    row = model._default_manager.select_for_update(no_key=True).filter(pk=pk).first()
    if row is None:
        raise NotFound("It does not exist anymore.")
    return row


def _close(request: JoinRequest, status: JoinRequest.Status, actor: Person) -> JoinRequest:
    """Move a pending request to its final status: the whole state machine."""
    request = _lock(JoinRequest, request.pk)
    if status == JoinRequest.Status.WITHDRAWN:
        _require(actor, rules.can_withdraw(actor, request), "Only who asked may withdraw.")
    else:
        _require(actor, rules.can_decide(actor, request), "Only the owner may decide.")
    if request.status != JoinRequest.Status.PENDING:
        raise Conflict(f"The request is {request.status} already.", code="not_pending")
    request.status = status
    request.decided_at = timezone.now()
    request.decided_by = actor
    request.save(update_fields=["status", "decided_at", "decided_by"])
    return request


def _save_next_version(project: Project) -> None:
    """Save a locked project; answers made from the version before are now old."""
    project.version += 1
    project.updated_at = timezone.now()
    project.save()
    invalidate(PROJECTS, STATS)


def _seats_taken(project: Project) -> int:
    return project.memberships.filter(role=Membership.Role.MEMBER).count()


def _require_writer(person: Person) -> None:
    if not rules.can_write(person):
        raise NotAllowed("Verify your e-mail address first.", code="not_verified")


def _require(person: Person, allowed: object, message: str) -> None:
    _require_writer(person)
    if not allowed:
        raise NotAllowed(message)


def _require_version(project: Project, expected: int | None) -> None:
    if expected not in (None, project.version):
        raise StaleVersion("Somebody changed the project since you read it. Read it again.")


def _require_seen(person: Person, project: Project) -> None:
    if not rules.can_see(person, project):
        raise NotFound("There is no such project.")


def _require_open(project: Project) -> None:
    if project.status != Project.Status.OPEN:
        raise Conflict("The project takes nobody in at the moment.", code="not_open")


def _notify(kind: str, request: JoinRequest) -> None:
    outbox.put(kind=kind, payload={"request": request.pk}, key=f"{kind}:{request.pk}")
