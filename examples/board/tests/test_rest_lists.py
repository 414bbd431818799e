"""Lists: pages and cursors, filters, search, order, and how many queries they cost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework_simplejwt.tokens import RefreshToken

from people.models import Person, Profile, Skill
from projects.models import JoinRequest, Membership, Post, Project
from tests.factories import analyze, make_person, make_post, make_project
from tests.rest import V1, V2, ContractClient, api, problem

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 1, tzinfo=UTC)


def slugs(url: str, **query: Any) -> list[str]:
    return [row["slug"] for row in api().get(url, query).json()["results"]]


def walk(url: str, direction: str = "next", **query: Any) -> Iterator[list[str]]:
    """Follow the links of a list from page to page."""
    link: str | None = url
    while link:
        response = api().get(link, query if link == url else None)
        assert response.status_code == 200, response.content
        yield [row["slug"] for row in response.json()["results"]]
        link = response.json()[direction]


@pytest.fixture
def seven(db: None) -> list[str]:
    """Seven projects, oldest first; four were announced in the same second."""
    owner = make_person()
    for number in range(7):
        made = START + timedelta(seconds=0 if number < 4 else number)
        make_project(owner=owner, slug=f"p{number}", title=f"T{number // 3}", created_at=made)
    return [f"p{number}" for number in range(7)]


# --- Pages ---------------------------------------------------------------------------
def test_pages_count_and_link(seven: list[str]) -> None:
    body = api().get(f"{V1}/projects/?page_size=3&page=2").json()
    assert body["count"] == 7
    assert [row["slug"] for row in body["results"]] == ["p3", "p2", "p1"]
    assert body["next"] == "/api/v1/projects/?page=3&page_size=3"
    assert body["previous"] == "/api/v1/projects/?page=1&page_size=3"
    assert list(walk(f"{V1}/projects/", page_size=3)) == [
        ["p6", "p5", "p4"],
        ["p3", "p2", "p1"],
        ["p0"],
    ]
    problem(api().get(f"{V1}/projects/?page=9"), 404, "not_found")


@pytest.mark.parametrize("value", ["0", "-1", "x", "1.5", "101", "9" * 5000, "", "٣"])
@pytest.mark.parametrize("root", [V1, V2])
def test_a_page_size_has_limits(root: str, value: str) -> None:
    response = api().get(f"{root}/skills/", {"page_size": value})
    assert problem(response, 400, "invalid")["errors"][0]["parameter"] == "page_size"


def test_a_page_number_has_limits() -> None:
    for value in ("0", "last", "1001"):
        problem(api().get(f"{V1}/skills/", {"page": value}), 400, "invalid")


# --- Cursors ---------------------------------------------------------------------------
@pytest.mark.parametrize("order", ["-created_at", "created_at", "title", "-title"])
@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_cursors_show_every_row_once_in_both_directions(
    order: str, size: int, seven: list[str]
) -> None:
    pages = list(walk(f"{V2}/projects/", ordering=order, page_size=size))
    flat = [slug for page in pages for slug in page]
    assert flat == slugs(f"{V2}/projects/", ordering=order, page_size=100)
    assert flat == slugs(f"{V1}/projects/", ordering=order)  # ties in the same order
    assert sorted(flat) == seven
    last = api().get(f"{V2}/projects/", {"ordering": order, "page_size": size}).json()
    while last["next"]:
        last = api().get(last["next"]).json()
    if last["previous"]:
        back = list(walk(last["previous"], "previous"))
        assert [*reversed(back), pages[-1]] == pages
    assert last["next"] is None


def test_a_row_that_arrives_meanwhile_moves_nothing(seven: list[str]) -> None:
    first = api().get(f"{V2}/projects/?page_size=3").json()
    make_project(slug="newest")
    second = api().get(first["next"]).json()
    assert [row["slug"] for row in second["results"]] == ["p3", "p2", "p1"]
    back = api().get(second["previous"]).json()
    assert [row["slug"] for row in back["results"]] == ["p6", "p5", "p4"]
    assert slugs(back["previous"]) == ["newest"]


def test_a_cursor_is_followed_and_not_made(seven: list[str]) -> None:
    link = api().get(f"{V2}/projects/?page_size=3").json()["next"]
    for bad in (link[:-1], link + "x", f"{V2}/projects/?cursor=", f"{V2}/projects/?cursor=%00"):
        problem(api().get(bad), 400, "invalid")
    response = api().get(link + "&ordering=title")  # a cursor belongs to one order
    assert problem(response, 400, "invalid")["errors"][0]["parameter"] == "cursor"


@pytest.mark.parametrize("path", ["people", "skills", "projects"])
def test_an_empty_list(path: str) -> None:
    Skill.objects.all().delete()
    assert api().get(f"{V2}/{path}/").json() == {"next": None, "previous": None, "results": []}
    assert api().get(f"{V1}/{path}/").json()["count"] == 0


# --- Filters, search, order ------------------------------------------------------------
def test_filters_search_and_order() -> None:
    skill = Skill.objects.create(slug="sewing", name="Sewing")
    ada = make_person()
    make_project(slug="bus", title="Bus stops", pitch="A map.", skills=[skill], owner=ada)
    make_project(slug="tram", title="Tram", pitch="Another MAP.", status="building")
    url = f"{V1}/projects/"
    assert slugs(url, status="building") == ["tram"]
    assert slugs(url, skill="sewing") == ["bus"]
    assert slugs(url, skill="unknown") == []
    assert slugs(url, owner=ada.pk) == ["bus"]
    assert slugs(url, search="map") == ["tram", "bus"]
    assert slugs(url, search="map bus") == ["bus"]
    assert slugs(url, ordering="title") == ["bus", "tram"]
    assert slugs(url, status="open", search="map", skill="sewing") == ["bus"]


@pytest.mark.parametrize(
    "query",
    [
        {"status": "closed"},
        {"ordering": "owner__password"},
        {"owner": "x"},
        {"owner": "1.5"},
        {"owner": 0},
        {"owner": 10**30},
        {"search": "x" * 101},
        {"search": "a\x00b"},
        {"skill": "\x00"},
        {"status": ""},
        {"ordering": ""},
        {"owner": ""},
    ],
)
def test_a_wrong_parameter_is_named(query: dict[str, Any]) -> None:
    response = api().get(f"{V1}/projects/", query)
    (error,) = problem(response, 400, "invalid")["errors"]
    assert error["parameter"] in query
    assert error["detail"]


# --- Queries ---------------------------------------------------------------------------
def fill(project: Project, rows: int) -> None:
    """Bring each list up to this many rows, each with its skills."""
    skills = [Skill.objects.get_or_create(slug=s, defaults={"name": s})[0] for s in ("a1", "b2")]
    Skill.objects.bulk_create(
        [Skill(slug=f"s{n}", name=f"s{n}") for n in range(rows)], ignore_conflicts=True
    )
    people = Person.objects.bulk_create(
        [Person(email=f"{rows}-{n}@example.org", name=f"n{n}") for n in range(rows)]
    )
    profiles = Profile.objects.bulk_create([Profile(person=person) for person in people])
    projects = Project.objects.bulk_create(
        [
            Project(slug=f"q{rows}-{n}", title=f"q{n}", pitch="x", owner=people[n])
            for n in range(rows)
        ]
    )
    for through, name, owners in (
        (Profile.skills.through, "profile_id", profiles),
        (Project.skills.through, "project_id", projects),
    ):
        through.objects.bulk_create(
            [through(**{name: o.pk, "skill_id": s.pk}) for o in owners for s in skills]
        )
    Membership.objects.bulk_create([Membership(project=project, person=p) for p in people])
    JoinRequest.objects.bulk_create([JoinRequest(project=project, person=p) for p in people])
    Post.objects.bulk_create(
        [Post(project=project, author=p, kind="progress", title="t", body="b") for p in people]
    )
    analyze()


QUERIES = {
    # One for who asks, one for the project above, then rows, what belongs to them, and
    # in v1 their count. Drafts of one's own cost nothing more.
    "projects/": (4, 3),
    "projects/?search=q&status=open&skill=a1": (4, 3),
    "projects/{slug}/members/": (4, 3),
    "projects/{slug}/posts/": (4, 3),
    "projects/{slug}/requests/": (4, 3),
    "requests/": (3, 2),
    "people/": (4, 3),
    "people/?skill=a1": (4, 3),
    "skills/": (3, 2),
}


@pytest.mark.parametrize("path", QUERIES)
@pytest.mark.parametrize("version", [0, 1], ids=["v1", "v2"])
def test_a_list_costs_the_same_at_10_and_at_1000_rows(
    version: int, path: str, people: SimpleNamespace
) -> None:
    url = (V1, V2)[version] + "/" + path.format(slug=people.project.slug)
    client = ContractClient()
    access = RefreshToken.for_user(people.owner).access_token
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    counts = []
    for rows in (10, 990):
        fill(people.project, rows)
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(url + ("&" if "?" in url else "?") + "page_size=100")
        assert len(response.json()["results"]) >= min(rows, 100)
        counts.append(len(queries))
    assert counts == [QUERIES[path][version]] * 2, [q["sql"][:200] for q in queries]


def test_a_detail_costs_the_same_for_any_size(people: SimpleNamespace) -> None:
    fill(people.project, 50)
    post = make_post(project=people.project)
    for url, expected in (
        (f"projects/{people.project.slug}/", 2),
        (f"projects/{people.project.slug}/posts/{post.pk}/", 2),
        (f"people/{people.owner.pk}/", 2),
        ("stats/", 4),
        ("me/", 2),
    ):
        with CaptureQueriesContext(connection) as queries:
            assert api(Person.objects.get(pk=people.owner.pk)).get(f"{V1}/{url}").status_code == 200
        assert len(queries) - 1 == expected, url  # one read the person for the test
