"""No query is N+1: what a query costs in SQL does not depend on how many rows there are."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from graphql import get_named_type, is_object_type

from exports.models import Export
from people.models import Person, Profile, Skill
from projects.models import JoinRequest, Membership, Post, Project
from tests.factories import analyze, make_person
from tests.graph_client import CORE, ask

NOW = timezone.now()
# Each root, and the SQL that everything below it takes.
ROOTS = {
    "me": ("me", 28),
    "person": ('person(id: "PERSON")', 66),
    "project": ('project(slug: "p-0")', 134),
    "projects": ("projects(first: 40)", 48),
    "posts": ("posts(first: 40)", 33),
    "members": ('members(project: "p-0", first: 40)', 27),
    "requests": ("requests(first: 40)", 38),
    "export": ('export(id: "EXPORT")', 49),
    "skills": ("skills(first: 40)", 1),
    "stats": ("stats", 4),
}


def fill(number: int, viewer: Person) -> None:
    """Save so many projects, half of them the viewer's, with something at the end of each path.

    The first project has so many members, posts and requests too.
    """
    skills = Skill.objects.bulk_create(
        Skill(slug=f"skill-{n}", name=f"Skill {n}") for n in range(number)
    )
    others = Person.objects.bulk_create(
        Person(email=f"p{n}@example.org", name=f"P {n}") for n in range(number)
    )
    Profile.objects.bulk_create(Profile(person=person, bio="Hello") for person in others)
    for person in [viewer, *others]:
        person.profile.skills.add(skills[person.pk % number])
    projects = Project.objects.bulk_create(
        Project(
            slug=f"p-{n}",
            title=f"P {n}",
            pitch="Build.",
            owner=others[n] if n % 2 else viewer,
            created_at=NOW - timedelta(hours=n),
        )
        for n in range(number)
    )
    Project.skills.through.objects.bulk_create(
        Project.skills.through(project=project, skill=skills[n])
        for n, project in enumerate(projects)
    )
    Membership.objects.bulk_create(
        Membership(project=project, person=project.owner, role="owner") for project in projects
    )
    teams = [(project, others[(n + 2) % number]) for n, project in enumerate(projects)]
    teams += [(projects[0], person) for n, person in enumerate(others) if n != 2]
    Membership.objects.bulk_create(
        Membership(project=project, person=person) for project, person in teams
    )
    JoinRequest.objects.bulk_create(
        JoinRequest(
            project=project,
            person=person,
            status=status,
            decided_at=None if status == "pending" else NOW,
            decided_by=None if status == "pending" else project.owner,
        )
        for project, person in teams
        for status in ("accepted", "pending")
    )
    blockers = Post.objects.bulk_create(
        Post(project=project, author=person, kind="blocker", title="A", body="B", created_at=NOW)
        for project, person in teams
    )
    Post.objects.bulk_create(
        Post(
            project=post.project,
            author=post.author,
            kind="solution",
            title="A",
            body="B",
            solves=post,
            created_at=NOW + timedelta(minutes=1),
        )
        for post in blockers
    )


def named(kind: Any) -> Any:
    """Return what a list or a required value is of."""
    return get_named_type(kind)


def everything(kind: Any, levels: int) -> str:
    """Select every field of a type, and so on for as many levels of objects."""
    parts = []
    for name, field in kind.fields.items():
        inner = named(field.type)
        if not is_object_type(inner):
            parts.append(name)
        elif "first" in field.args and levels:
            # Under a second name with other arguments, where prefetching would give up.
            parts.append(f"{name}(first: 2) {page(inner, levels - 1)}")
            parts.append(f"few_{name}: {name}(last: 1) {page(inner, 0)}")
        elif "first" not in field.args and (levels or inner.name == "Skill"):
            parts.append(f"{name} {everything(inner, levels - 1)}")
    return "{ " + " ".join(parts) + " }"


def page(connection_type: Any, levels: int) -> str:
    """Select all of a page."""
    edge = named(connection_type.fields["edges"].type)
    node = everything(named(edge.fields["node"].type), levels)
    return "{ pageInfo { hasNextPage endCursor } edges { cursor node " + node + " } }"


def query_of(root: str) -> str:
    """Build the deepest query from a root that the tests can afford."""
    kind = named(CORE.query_type.fields[root].type)
    select = page(kind, 2) if kind.name.endswith("Connection") else everything(kind, 3)
    return "{ " + ROOTS[root][0] + " " + select + " }"


def count(query: str, viewer: Person) -> int:
    """Run a query and count its SQL."""
    with CaptureQueriesContext(connection) as captured:
        ask(query, viewer)
    return len(captured)


def test_every_root_is_measured() -> None:
    assert set(ROOTS) == set(CORE.query_type.fields)


@pytest.mark.django_db
def test_sql_is_constant_for_everything_that_the_schema_allows(settings: LazySettings) -> None:
    settings.GRAPHQL = settings.GRAPHQL | {
        "MAX_DEPTH": 99,
        "MAX_COST": 10**9,
        "MAX_ALIASES": 10**4,
        "MAX_TOKENS": 10**6,
    }
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10**7
    expected = {root: number for root, (_, number) in ROOTS.items()}
    assert measure(10) == expected
    assert measure(1000) == expected


def measure(number: int) -> dict[str, int]:
    """Count the SQL of each root with so many rows, and leave none of them."""
    with transaction.atomic():
        viewer = make_person()
        fill(number, viewer)
        analyze()
        first, second = Project.objects.filter(slug__in=["p-0", "p-1"]).order_by("slug")
        export = Export.objects.create(
            project=first, requested_by=viewer, format="csv", with_requests=False
        )
        found = {}
        for root in ROOTS:
            query = query_of(root).replace("PERSON", str(second.owner_id))
            found[root] = count(query.replace("EXPORT", str(export.pk)), viewer)
        transaction.set_rollback(True)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("select", "number"),
    [
        ("title", 1),
        ("title owner { name }", 2),
        ("title owner { name bio } skills { name }", 4),
        ("memberCount openRequestCount", 3),
        ("members { edges { node { person { name } } } }", 3),
        ("posts(first: 3) { edges { node { author { name } solves { author { name } } } } }", 5),
    ],
)
def test_a_page_of_projects_costs_one_query_and_one_for_each_thing_besides(
    select: str, number: int
) -> None:
    viewer = make_person()
    fill(30, viewer)
    assert count("{ projects(first: 20) { edges { node { " + select + " } } } }", viewer) == number
