"""What the database itself refuses, whoever writes to it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from people.models import Person, Profile, Skill
from people.validators import known_timezone, storable_text
from projects.models import JoinRequest, Membership, Post, Project
from tests.factories import make_person, make_post, make_project, make_request

pytestmark = pytest.mark.django_db

WHEN = datetime(2026, 1, 1, tzinfo=UTC)


def _again(status: str) -> None:
    first = make_request()
    make_request(person=first.person, project=first.project, status=status)


def _second_owner() -> None:
    Membership.objects.create(
        project=make_project(), person=make_person(), role=Membership.Role.OWNER
    )


def _twice_in_team() -> None:
    person = make_person()
    make_project(members=(person, person))


def _solves_itself() -> None:
    post = make_post(kind="solution")
    Post.objects.filter(pk=post.pk).update(solves=post)


BROKEN: dict[str, tuple[str, Callable[[], Any]]] = {
    "same address": ("email", lambda: [make_person(email="a@b.org") for _ in range(2)]),
    "same address in capitals": (
        "person_email_unique",
        lambda: Person.objects.bulk_create(
            Person(email=email, name="A") for email in ("a@b.org", "A@b.org")
        ),
    ),
    "unknown role": ("person_role_known", lambda: make_person(role="designer")),
    "skill slug": ("slug", lambda: [Skill.objects.create(slug="go", name="Go") for _ in range(2)]),
    "second profile": ("person_id", lambda: Profile.objects.create(person=make_person())),
    "same slug": ("slug", lambda: [make_project(slug="one") for _ in range(2)]),
    "no seat": ("project_seats_range", lambda: make_project(seats=0)),
    "too many seats": ("project_seats_range", lambda: make_project(seats=21)),
    "unknown status": ("project_status_known", lambda: make_project(status="lost")),
    "version zero": ("project_version_positive", lambda: make_project(version=0)),
    "twice in the team": ("membership_once", _twice_in_team),
    "two owners": ("membership_one_owner", _second_owner),
    "unknown member role": (
        "membership_role_known",
        lambda: Membership.objects.create(
            project=make_project(), person=make_person(), role="guest"
        ),
    ),
    "two open requests": ("join_request_one_open", lambda: _again("pending")),
    "pending but decided": (
        "join_request_decided_iff_closed",
        lambda: make_request(decided_at=WHEN),
    ),
    "decided but when": (
        "join_request_decided_iff_closed",
        lambda: make_request(status="accepted", decided_at=None),
    ),
    "unknown request status": (
        "join_request_decided_iff_closed",
        lambda: make_request(status="lost", decided_at=WHEN),
    ),
    "unknown kind": ("post_kind_known", lambda: make_post(kind="rumor")),
    "progress that solves": (
        "post_only_solutions_solve",
        lambda: make_post(solves=make_post(kind="blocker")),
    ),
    "solves itself": ("post_not_its_own", _solves_itself),
}


@pytest.mark.parametrize(("name", "write"), BROKEN.values(), ids=BROKEN)
def test_the_database_refuses(name: str, write: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write()
    # Of a unique constraint, SQLite says only that there is one, and its columns.
    assert name in str(caught.value) or "unique" in str(caught.value).lower()


@pytest.mark.parametrize("status", ["accepted", "declined", "withdrawn"])
def test_a_closed_request_leaves_room_for_a_new_one(status: str) -> None:
    closed = make_request(status=status)
    make_request(person=closed.person, project=closed.project)
    assert JoinRequest.objects.count() == 2


def test_people_with_projects_or_posts_cannot_be_deleted(people: Any) -> None:
    make_post(project=people.project, author=people.member)
    for person in (people.owner, people.member):
        with pytest.raises(ProtectedError):
            person.delete()


def test_a_deleted_project_takes_everything_of_its_own_along(people: Any) -> None:
    blocker = make_post(project=people.project, kind="blocker")
    make_post(project=people.project, kind="solution", solves=blocker)
    make_request(project=people.project)
    people.project.delete()
    assert not any(model.objects.exists() for model in (Project, Membership, JoinRequest, Post))


def test_a_deleted_person_leaves_the_decision_standing() -> None:
    staff = make_person()
    request = make_request(status="declined", decided_by=staff)
    staff.delete()
    request.refresh_from_db()
    assert (request.decided_by, request.status) == (None, "declined")


def test_a_solution_outlives_its_blocker() -> None:
    blocker = make_post(kind="blocker")
    solution = make_post(project=blocker.project, kind="solution", solves=blocker)
    blocker.delete()
    solution.refresh_from_db()
    assert solution.solves is None


def test_people_sign_in_by_address_whatever_its_capitals() -> None:
    person = Person.objects.create_user(" Ada@Example.ORG ", "a secret", name="Ada")
    assert person.email == "ada@example.org"
    assert Person.objects.get_by_natural_key("ADA@example.org ") == person
    with pytest.raises(Person.DoesNotExist):
        Person.objects.get_by_natural_key(None)
    copy = Person(email="LIN@Example.org", name="Lin")
    copy.clean()
    assert copy.email == "lin@example.org"


def test_nobody_can_sign_in_without_a_password() -> None:
    assert not Person.objects.create_user("ada@example.org", name="Ada").has_usable_password()


def test_a_superuser_may_do_everything_and_is_verified() -> None:
    person = Person.objects.create_superuser("ada@example.org", "a secret", name="Ada")
    assert person.is_staff
    assert person.is_superuser
    assert person.is_verified


def test_everybody_gets_one_profile() -> None:
    person = make_person()
    person.save()
    assert Profile.objects.filter(person=person).count() == 1
    assert person.profile.digest


def test_fixtures_bring_their_own_profile() -> None:
    person = Person(pk=900, email="raw@example.org", name="Raw")
    person.save_base(raw=True)
    assert not Profile.objects.filter(person=person).exists()


def test_rows_say_what_they_are() -> None:
    skill = Skill.objects.create(slug="go", name="Go")
    request = make_request()
    post = make_post(title="News")
    membership = Membership.objects.first()
    assert membership is not None
    assert [str(row) for row in (skill, request.project, post, request.person)] == [
        "Go",
        request.project.title,
        "News",
        request.person.name,
    ]
    assert str(request.person.profile) == f"Profile of person {request.person_id}"
    assert str(membership).startswith("Person ")
    assert str(request).startswith("Request ")


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", " ", "\n"])
def test_text_that_cannot_be_stored_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        storable_text(text)


@pytest.mark.parametrize("name", ["Mars/Base", "../etc/passwd", "Africa", "", "a\x00"])
def test_unknown_time_zones_are_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        known_timezone(name)


def test_known_time_zones_pass() -> None:
    known_timezone("UTC")
    known_timezone("Africa/Accra")
