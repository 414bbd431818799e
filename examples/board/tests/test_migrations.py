"""Migrations: none missing, each works both ways, and on rows that are there already."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

OWN = ["people", "projects", "notifications", "exports", "api"]
Migrate = Callable[[str, str], Apps]


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.fixture
def migrate(transactional_db: None) -> Iterator[Migrate]:
    """Move an app to a migration and return the models as they were there."""

    def move(app: str, name: str) -> Apps:
        executor = MigrationExecutor(connection)
        state = executor.migrate([(app, name)])
        return state.apps

    yield move
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_everything_can_be_taken_back_and_done_again(migrate: Migrate) -> None:
    for app in ("exports", "notifications", "api", "projects"):
        executor = MigrationExecutor(connection)
        if any(node[0] == app for node in executor.loader.graph.nodes):
            executor.migrate([(app, None)])
    executor = MigrationExecutor(connection)
    executor.migrate([("projects", None), ("people", "0001_initial")])
    assert not {"projects_project", "projects_post"} & set(connection.introspection.table_names())
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert "projects_project" in connection.introspection.table_names()
    applied = MigrationRecorder(connection).applied_migrations()
    assert ("people", "0004_no_digest_for_unverified") in applied


def people_at(apps: Apps, number: int, **fields: Any) -> list[Any]:
    person: Any = apps.get_model("people", "Person")
    rows: list[Any] = person.objects.bulk_create(
        person(email=f"{fields}{n}@example.org", name="Ada", **fields) for n in range(number)
    )
    return rows


def test_people_without_a_profile_get_one(
    migrate: Migrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = migrate("people", "0001_initial")
    people = people_at(before, 25)
    before.get_model("people", "Profile").objects.create(person=people[3], bio="I was here.")
    module = __import__("people.migrations.0002_profile_for_everybody", fromlist=["BATCH"])
    monkeypatch.setattr(module, "BATCH", 10)  # three batches, the last not full

    profiles = migrate("people", "0002_profile_for_everybody").get_model("people", "Profile")
    assert profiles.objects.count() == 25
    assert profiles.objects.get(person_id=people[3].pk).bio == "I was here."

    migrate("people", "0001_initial")
    again = migrate("people", "0002_profile_for_everybody").get_model("people", "Profile")
    assert again.objects.count() == 25


def test_the_previous_release_can_still_insert_profiles(migrate: Migrate) -> None:
    """It does not know the column, so its INSERT does not name it."""
    old = migrate("people", "0002_profile_for_everybody")
    (person,) = people_at(old, 1)
    new = migrate("people", "0003_profile_digest")
    old.get_model("people", "Profile").objects.create(person_id=person.pk)
    assert new.get_model("people", "Profile").objects.get().digest is True


def test_unverified_people_get_no_digest(migrate: Migrate, monkeypatch: pytest.MonkeyPatch) -> None:
    before = migrate("people", "0003_profile_digest")
    profile = before.get_model("people", "Profile")
    verified = people_at(before, 5, email_verified_at=timezone.now())
    unverified = people_at(before, 25)
    profile.objects.bulk_create(profile(person=person) for person in verified + unverified)
    module = __import__("people.migrations.0004_no_digest_for_unverified", fromlist=["BATCH"])
    monkeypatch.setattr(module, "BATCH", 10)

    after = migrate("people", "0004_no_digest_for_unverified").get_model("people", "Profile")
    wants = set(after.objects.filter(digest=True).values_list("person", flat=True))
    assert wants == {person.pk for person in verified}


def search_index() -> bool:
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, "projects_project")
    return "project_search" in constraints


@pytest.mark.postgres
def test_the_search_index_comes_and_goes(migrate: Migrate) -> None:
    assert search_index()
    migrate("projects", "0001_initial")
    assert not search_index()
    migrate("projects", "0002_search_index")
    assert search_index()
    with connection.cursor() as cursor:  # it takes its time and gives the limit back
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("15s",)


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_search_uses_its_index() -> None:
    from django.contrib.auth.models import AnonymousUser

    from projects.selectors import project_list

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # the table is small: no other reason
        cursor.execute("SET LOCAL enable_indexscan = off")
    plan = project_list(AnonymousUser(), search="tomatoes").explain()
    assert plan.count("Bitmap Index Scan on project_search") == 2


@pytest.mark.skipif(connection.vendor == "postgresql", reason="PostgreSQL has the index")
def test_elsewhere_the_search_index_does_nothing(migrate: Migrate) -> None:
    migrate("projects", "0001_initial")
    migrate("projects", "0002_search_index")
    assert not search_index()
