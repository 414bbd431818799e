"""Reads: who sees what, in which order, in how many queries."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people import selectors as people_selectors
from people.models import Person, Profile, Skill
from projects import selectors
from projects.errors import Invalid, NotFound
from projects.models import JoinRequest, Membership, Post, Project
from tests.factories import analyze, make_person, make_post, make_project, make_request

pytestmark = pytest.mark.django_db

ANYBODY = AnonymousUser()
START = datetime(2026, 1, 1, tzinfo=UTC)


def slugs(projects: Iterable[Project]) -> list[str]:
    return [project.slug for project in projects]


@pytest.fixture
def drafts(people: SimpleNamespace) -> SimpleNamespace:
    """One draft beside the open project of `people`."""
    make_project(owner=people.owner, members=(people.member,), slug="draft", status="draft")
    return people


@pytest.mark.parametrize(
    ("who", "sees"), [("owner", 2), ("member", 2), ("stranger", 1), ("staff", 2), (None, 1)]
)
def test_drafts_are_for_their_team_and_staff(
    drafts: SimpleNamespace, who: str | None, sees: int
) -> None:
    viewer = getattr(drafts, who) if who else ANYBODY
    draft = Project.objects.get(slug="draft")
    assert selectors.visible_projects(viewer).count() == sees
    assert selectors.project_list(viewer).count() == sees
    reads: list[Callable[[], Any]] = [
        lambda: selectors.project_detail(viewer, "draft"),
        lambda: selectors.posts_of(viewer, draft),
        lambda: selectors.members_of(viewer, draft),
    ]
    for read in reads:
        if sees == 2:
            read()
        else:
            with pytest.raises(NotFound):
                read()


def test_filters() -> None:
    django = Skill.objects.create(slug="django", name="Django")
    vue = Skill.objects.create(slug="vue", name="Vue")
    owner = make_person()
    make_project(slug="one", title="Bus times", pitch="For the STREET.", skills=[django, vue])
    make_project(slug="two", title="Book swap", pitch="By bus.", status="building", owner=owner)

    def found(**filters: Any) -> list[str]:
        return sorted(slugs(selectors.project_list(ANYBODY, **filters)))

    assert found() == ["one", "two"]
    assert found(status="building") == ["two"]
    assert found(skill="vue") == ["one"]
    assert found(skill="go") == found(skill="\x00") == []
    assert found(owner=owner.pk) == ["two"]
    assert found(owner=2**70) == []
    assert found(search="bus") == ["one", "two"]
    assert found(search="bus STREET") == ["one"]
    assert found(search="\x00") == ["one", "two"]
    assert found(search="100%") == found(search="a\\b_") == []
    assert found(search="zq x") == ["one", "two"]  # too short for the index
    assert found(search=" ".join(["bus"] * 5 + ["zebra"])) == ["one", "two"]
    assert found(search="\ud800bus", skill="\ud800vue") == ["one"]
    assert found(search="bus", status="open") == ["one"]


def test_orders_are_certain() -> None:
    for number, title in enumerate(["B", "A", "B"]):
        make_project(slug=str(number), title=title, created_at=START)

    def order(name: str) -> list[str]:
        return slugs(selectors.project_list(ANYBODY, order=name))

    assert order("created_at") == ["0", "1", "2"]
    assert order("-created_at") == order("password") == ["2", "1", "0"]
    assert order("title") == ["1", "0", "2"]
    assert order("-title") == ["2", "0", "1"]


def test_counts_do_not_multiply_each_other(people: SimpleNamespace) -> None:
    people.project.memberships.create(person=make_person())
    for _ in range(3):
        make_request(project=people.project)
    make_request(project=people.project, status="declined")
    expected = {"owner": 3, "member": None, "stranger": None, "staff": None}
    for who, pending in expected.items():
        project = selectors.project_list(getattr(people, who)).get()
        assert (project.member_count, project.open_request_count) == (2, pending)
    assert selectors.project_list(ANYBODY).get().open_request_count is None
    empty = make_project(owner=people.owner)
    detail = selectors.project_detail(people.owner, empty.slug)
    assert (detail.member_count, detail.open_request_count) == (0, 0)


@pytest.mark.parametrize("slug", ["missing", "", "a b", "\x00", "ü"])
def test_a_project_that_is_not_there(slug: str) -> None:
    with pytest.raises(NotFound):
        selectors.project_detail(ANYBODY, slug)


def test_requests_have_two_sides(people: SimpleNamespace) -> None:
    received = make_request(person=people.stranger, project=people.project)
    made = make_request(person=people.owner)
    make_request()

    def mine(viewer: Any) -> set[JoinRequest]:
        return set(selectors.requests_for(viewer))

    assert mine(people.owner) == {received, made}
    assert mine(people.stranger) == {received}
    assert mine(people.member) == mine(people.staff) == mine(ANYBODY) == set()
    assert list(selectors.requests_for(people.owner).filter(status="declined")) == []
    assert selectors.requests_for(people.owner).count() == 2


def test_one_request_is_for_its_two_sides_and_staff(people: SimpleNamespace) -> None:
    request = make_request(person=people.stranger, project=people.project)
    for who in (people.owner, people.stranger, people.staff):
        assert selectors.request_detail(who, request.pk) == request
    for viewer, pk in ((people.member, request.pk), (ANYBODY, request.pk), (people.staff, 0)):
        with pytest.raises(NotFound):
            selectors.request_detail(viewer, pk)


def test_the_owner_comes_first_in_the_team() -> None:
    owner, early, late = (make_person() for _ in range(3))
    project = make_project(owner=owner)
    for person, days in ((late, 2), (early, 1)):
        project.memberships.create(person=person, joined_at=START + timedelta(days=days))
    team = selectors.members_of(ANYBODY, project)
    assert [row.person for row in team] == [owner, early, late]


def test_news_come_newest_first(people: SimpleNamespace) -> None:
    posts = [
        make_post(project=people.project, created_at=START + timedelta(days=day)) for day in (1, 2)
    ]
    assert list(selectors.posts_of(ANYBODY, people.project)) == posts[::-1]


def test_stats_leave_drafts_out(drafts: SimpleNamespace) -> None:
    make_post(project=drafts.project)
    make_post(project=Project.objects.get(slug="draft"))
    make_person(is_active=False)
    assert selectors.stats() == {
        "projects": 1,
        "open_projects": 1,
        "people": 4,
        "memberships": 2,
        "posts": 1,
    }


def test_people_who_left_are_not_shown() -> None:
    person, gone = make_person(), make_person(is_active=False)
    assert people_selectors.person_detail(person.pk) == person
    assert list(people_selectors.public_people()) == [person]
    for pk in (gone.pk, 0):
        with pytest.raises(NotFound):
            people_selectors.person_detail(pk)


def test_skills_by_slug() -> None:
    vue, django = (Skill.objects.create(slug=s, name=s.title()) for s in ("vue", "django"))
    assert list(people_selectors.skills()) == [django, vue]
    assert people_selectors.skills_named([]) == []
    assert set(people_selectors.skills_named(["vue", "django", "vue"])) == {django, vue}
    with pytest.raises(Invalid) as caught:
        people_selectors.skills_named(["vue", "cobol"])
    assert caught.value.code == "unknown_skill"


def fill(people: SimpleNamespace, number: int) -> None:
    """Bring everything that the lists show to this number of rows."""
    people_rows = Person.objects.bulk_create(
        Person(email=f"p{number}-{n}@example.org", name=f"P {n}") for n in range(number)
    )
    Profile.objects.bulk_create(Profile(person=person) for person in people_rows)
    skill, _ = Skill.objects.get_or_create(slug="django", name="Django")
    projects = Project.objects.bulk_create(
        Project(slug=f"p{number}-{n}", title="Title", pitch="P", owner=people.owner)
        for n in range(number)
    )
    Project.skills.through.objects.bulk_create(
        Project.skills.through(project=project, skill=skill) for project in projects
    )
    Profile.skills.through.objects.bulk_create(
        Profile.skills.through(profile=profile, skill=skill)
        for profile in Profile.objects.filter(person__in=people_rows)
    )
    Membership.objects.bulk_create(
        Membership(project=people.project, person=person) for person in people_rows
    )
    JoinRequest.objects.bulk_create(
        JoinRequest(project=people.project, person=person) for person in people_rows
    )
    Post.objects.bulk_create(
        Post(project=people.project, author=person, kind="progress", title="T", body="B")
        for person in people_rows
    )
    analyze()


# Each read, touching all that an interface shows of a row, and its number of queries.
READS: dict[str, tuple[int, Callable[[SimpleNamespace], Any]]] = {
    "projects": (
        2,
        lambda p: [
            (row.owner.name, row.member_count, [skill.slug for skill in row.skills.all()])
            for row in selectors.project_list(p.owner, search="title", status="open")
        ],
    ),
    "project": (2, lambda p: selectors.project_detail(p.owner, p.project.slug).skills.all()[:]),
    "requests": (
        1,
        lambda p: [
            (row.project.title, row.person.name, row.decided_by)
            for row in selectors.requests_for(p.owner)
        ],
    ),
    "posts": (
        1,
        lambda p: [(row.author.name, row.solves) for row in selectors.posts_of(ANYBODY, p.project)],
    ),
    "members": (
        1,
        lambda p: [row.person.name for row in selectors.members_of(ANYBODY, p.project)],
    ),
    "people": (
        2,
        lambda p: [
            (row.profile.bio, [skill.slug for skill in row.profile.skills.all()])
            for row in people_selectors.public_people()
        ],
    ),
    "stats": (4, lambda p: selectors.stats()),
}


def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(
    people: SimpleNamespace,
) -> None:
    people.project.seats = 20
    people.project.save()
    for rows in (10, 990):  # 10 rows, then 1,000
        fill(people, rows)
        for name, (expected, read) in READS.items():
            with CaptureQueriesContext(connection) as queries:
                read(people)
            assert len(queries) == expected, name
    assert JoinRequest.objects.count() == 1_000
