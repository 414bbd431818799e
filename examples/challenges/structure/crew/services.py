"""Every write: one function for each thing that people do, each in one transaction."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from crew import letters, rules, selectors
from crew.errors import Conflict, NotFound
from crew.models import JoinRequest, Membership, Project, Skill


@transaction.atomic
def announce(*, owner: User, skills: Iterable[Skill] = (), **values: Any) -> Project:
    project = Project.objects.create(owner=owner, **values)
    project.skills.set(skills)
    Membership.objects.create(project=project, person=owner, role="owner")
    return project


@transaction.atomic
def change(*, actor: User, project: Project, **changes: Any) -> None:
    rules.require_decider(actor, project)
    for name, value in changes.items():
        setattr(project, name, value)
    project.save(update_fields=changes)


@transaction.atomic
def ask_to_join(*, person: User, project: Project, message: str = "") -> JoinRequest:
    project = _lock(project.pk)
    if not project.is_open:
        raise Conflict("not_open")
    if selectors.is_member(person, project):
        raise Conflict("already_member")
    if project.requests.filter(person=person, status="pending").exists():
        raise Conflict("already_asked")
    join = JoinRequest.objects.create(project=project, person=person, message=message)
    letters.asked(join)
    return join


@transaction.atomic
def accept(*, actor: User, join: JoinRequest) -> JoinRequest:
    join = _pending(actor, join)
    project = selectors.project(join.project.slug)
    if not project.is_open:
        raise Conflict("not_open")
    if project.seats_free == 0:
        raise Conflict("no_seat")
    _close(join, "accepted")
    Membership.objects.create(project=project, person=join.person)
    letters.accepted(join)
    return join


@transaction.atomic
def decline(*, actor: User, join: JoinRequest) -> JoinRequest:
    join = _pending(actor, join)
    _close(join, "declined")
    letters.declined(join)
    return join


def _lock(pk: int) -> Project:
    """Read a project that nobody else can change or decide about until the transaction ends."""
    project = Project.objects.select_for_update().filter(pk=pk).first()
    if project is None:
        raise NotFound
    return project


def _pending(actor: User, join: JoinRequest) -> JoinRequest:
    """Return a request as it is now, if the actor may decide it and nobody has."""
    rules.require_decider(actor, join.project)
    _lock(join.project_id)
    join = selectors.join_request(join.pk)
    if join.status != "pending":
        raise Conflict("not_pending")
    return join


def _close(join: JoinRequest, status: str) -> None:
    join.status = status
    join.save(update_fields=["status"])
