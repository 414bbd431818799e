"""The seed: believable, the same each time, and allowed by every rule."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Count, F, Q
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from people.models import Person, Profile, Skill
from projects import rules, selectors
from projects.management.commands.seed import PASSWORD
from projects.models import JoinRequest, Membership, Post, Project

pytestmark = pytest.mark.django_db

MODELS: list[Any] = [Skill, Person, Profile, Project, Membership, JoinRequest, Post]


def seed(**options: Any) -> str:
    output = io.StringIO()
    call_command("seed", stdout=output, **options)
    return output.getvalue()


def rows() -> list[list[tuple[Any, ...]]]:
    """Return all that there is; keys are counted from the first, since sequences go on."""
    found = []
    for model in MODELS:
        names = [field.attname for field in model._meta.concrete_fields]
        table = [list(row) for row in model.objects.order_by("pk").values_list(*names)]
        for column, field in enumerate(model._meta.concrete_fields):
            if field.primary_key or field.is_relation:
                target: Any = field.related_model if field.is_relation else model
                first = target.objects.order_by("pk").values_list("pk", flat=True)[0]
                for row in table:
                    row[column] = row[column] and row[column] - first
        found.append([tuple(row) for row in table])
    return found


def empty() -> None:
    for model in reversed(MODELS):
        model.objects.all().delete()


def test_one_seed_gives_the_same_rows() -> None:
    seed(projects=60, seed=7)
    first = rows()
    empty()
    seed(projects=60, seed=7)
    assert rows() == first
    empty()
    seed(projects=60, seed=8)
    assert rows() != first


def test_what_it_writes_is_what_the_services_would_allow() -> None:
    seed(projects=300)
    assert Project.objects.count() == 300
    assert set(Project.objects.values_list("status", flat=True)) == set(Project.Status.values)
    for project in Project.objects.prefetch_related("skills"):
        project.full_clean()
        assert project.skills.count() == 2
        assert project.created_at == project.updated_at
    owners = Membership.objects.filter(role="owner", person=F("project__owner"))
    assert owners.count() == 300
    taken = Count("memberships", filter=Q(memberships__role="member"))
    assert not Project.objects.annotate(taken=taken).filter(taken__gt=F("seats")).exists()
    requests = JoinRequest.objects.all()
    assert not requests.filter(person=F("project__owner")).exists()
    assert not requests.filter(project__status="draft").exists()
    assert not requests.filter(decided_at__lt=F("created_at")).exists()
    accepted = set(requests.filter(status="accepted").values_list("project", "person"))
    members = set(Membership.objects.filter(role="member").values_list("project", "person"))
    assert accepted == members
    assert set(requests.values_list("status", flat=True)) == set(JoinRequest.Status.values)
    assert set(Post.objects.values_list("kind", flat=True)) == set(Post.Kind.values)
    assert Profile.objects.count() == Person.objects.count() == 60
    assert all(rules.can_write(person) for person in Person.objects.all())
    newest = selectors.project_list(Person.objects.earliest("pk")).first()
    assert newest is not None
    assert newest.slug.endswith("-300")


def test_in_development_one_can_sign_in(settings: Settings) -> None:
    settings.DEBUG = True
    assert f"Sign in as ada1@example.org with {PASSWORD}" in seed(projects=1)
    ada, other = Person.objects.order_by("pk")[:2]
    assert ada.check_password(PASSWORD)
    assert ada.is_superuser
    assert other.check_password(PASSWORD)
    assert not other.is_staff


def test_elsewhere_nobody_can_sign_in(settings: Settings) -> None:
    settings.DEBUG = False
    assert "Sign in" not in seed(projects=1)
    assert not any(person.has_usable_password() for person in Person.objects.all())
    assert not Person.objects.filter(Q(is_staff=True) | Q(is_superuser=True)).exists()


def test_the_number_of_queries_grows_by_batches_not_by_rows() -> None:
    counts = []
    for projects in (100, 1_000):
        empty()
        with CaptureQueriesContext(connection) as queries:
            seed(projects=projects)
        counts.append(len(queries))
    # SQLite takes fewer values in one statement, so there a batch is several statements.
    assert counts[1] - counts[0] < 200


def test_it_never_touches_a_board_that_is_in_use() -> None:
    seed(projects=1)
    with pytest.raises(CommandError, match="not empty"):
        seed(projects=1)
    assert Project.objects.count() == 1


def test_a_number_that_makes_no_sense() -> None:
    with pytest.raises(CommandError, match="1 or more"):
        seed(projects=0)
