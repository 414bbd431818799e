"""Rows for tests, each valid as it is; say only what the test is about."""

from itertools import count
from typing import Any

from django.db import connection
from django.utils import timezone

from people.models import Person
from projects.models import JoinRequest, Membership, Post, Project

PASSWORD = "a long enough sentence"

_numbers = count(1)


def make_person(*, role: str = "backend", verified: bool = True, **fields: Any) -> Person:
    """Save a person who can sign in with PASSWORD."""
    number = next(_numbers)
    fields.setdefault("email", f"person{number}@example.org")
    fields.setdefault("name", f"Ada {number}")
    fields.setdefault("password", PASSWORD)
    fields.setdefault("email_verified_at", timezone.now() if verified else None)
    return Person.objects.create_user(role=role, **fields)


def make_project(
    *, owner: Person | None = None, members: tuple[Person, ...] = (), **fields: Any
) -> Project:
    """Save an open project with its owner's membership, and members where given."""
    number = next(_numbers)
    skills = fields.pop("skills", ())
    owner = owner or make_person()
    fields.setdefault("slug", f"project-{number}")
    fields.setdefault("title", f"Project {number}")
    fields.setdefault("pitch", "A timetable that everybody can read.")
    project = Project.objects.create(owner=owner, **fields)
    project.skills.set(skills)
    Membership.objects.create(project=project, person=owner, role=Membership.Role.OWNER)
    for person in members:
        Membership.objects.create(project=project, person=person)
    return project


def make_request(
    *, person: Person | None = None, project: Project | None = None, **fields: Any
) -> JoinRequest:
    """Save a request to join, pending if not said otherwise."""
    if fields.get("status", "pending") != "pending":
        fields.setdefault("decided_at", timezone.now())
    fields.setdefault("message", "I build forms.")
    return JoinRequest.objects.create(
        person=person or make_person(role="frontend"), project=project or make_project(), **fields
    )


def make_post(
    *, project: Project | None = None, author: Person | None = None, **fields: Any
) -> Post:
    """Save a post, by the owner of its project if not said otherwise."""
    project = project or make_project()
    fields.setdefault("kind", Post.Kind.PROGRESS)
    fields.setdefault("title", "The list page works")
    fields.setdefault("body", "It reads from the API now.")
    return Post.objects.create(project=project, author=author or project.owner, **fields)


def analyze() -> None:
    """Let PostgreSQL count the rows that a test has made, as autovacuum does on a live site.

    What it knows may come from a moment when other tests had rolled all theirs back, and
    a plan made for empty tables can take longer than a request may.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
