"""What readers and proxies may keep, what the server keeps for them, and when it forgets."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from api.caching import NEVER, PRIVATE, SHARED
from config import caches as steady
from config.caches import cache_settings
from people import services as people_services
from people.models import Person
from projects import services
from projects.models import Post, Project
from tests.factories import make_person, make_project, make_request

pytestmark = pytest.mark.django_db(transaction=True)  # commits, or nothing would be kept

LISTS = ["/api/v1/projects/", "/api/v2/projects/"]
Queries = Callable[..., CaptureQueriesContext]


@pytest.fixture(autouse=True)
def _no_limits(settings: Settings) -> None:
    rates = dict.fromkeys(settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"])
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {"DEFAULT_THROTTLE_RATES": rates}


@pytest.fixture
def anybody() -> APIClient:
    return APIClient()


def signed_in(person: Person) -> APIClient:
    client = APIClient()
    client.force_authenticate(person)
    return client


def names(answer: Any) -> set[str]:
    return {project["title"] for project in answer.json()["results"]}


# --- Headers ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*LISTS, "/api/v2/stats/", "/api/v2/skills/"])
def test_anonymous_answers_may_be_shared_and_are_asked_for_again(
    anybody: APIClient, path: str
) -> None:
    make_project()
    first = anybody.get(path)
    assert first.status_code == 200
    assert first["Cache-Control"] == SHARED
    assert {"Accept", "Authorization", "Cookie"} <= set(first["Vary"].split(", "))
    again = anybody.get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (again["Cache-Control"], again["ETag"]) == (SHARED, first["ETag"])
    assert {"Accept", "Authorization", "Cookie"} <= set(again["Vary"].split(", "))


def test_a_detail_may_be_shared_too_and_keeps_the_tag_that_edits_compare(
    anybody: APIClient,
) -> None:
    project = make_project()
    first = anybody.get(f"/api/v2/projects/{project.slug}/")
    assert first["Cache-Control"] == SHARED
    assert first["ETag"].startswith('"1-')
    again = anybody.get(first.request["PATH_INFO"], headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    # The version stays, the answer does not: the old tag must not match.
    people_services.update_profile(person=project.owner, name="Mia")
    changed = anybody.get(first.request["PATH_INFO"], headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_answers_to_somebody_are_private(anybody: APIClient) -> None:
    person = make_person()
    for path in (*LISTS, "/api/v2/me/", "/api/v2/stats/"):
        answer = signed_in(person).get(path)
        assert (answer.status_code, answer["Cache-Control"]) == (200, PRIVATE)
        assert {"Authorization", "Cookie"} <= set(answer["Vary"].split(", "))
    token = Token.objects.create(user=person)
    answer = anybody.get(LISTS[1], headers={"Authorization": f"Token {token.key}"})
    assert (answer.status_code, answer["Cache-Control"]) == (200, PRIVATE)


def test_errors_and_writes_are_kept_by_nobody(anybody: APIClient) -> None:
    body = {"title": "Bus times", "pitch": "Knows when the next bus comes."}
    created = signed_in(make_person()).post("/api/v2/projects/", body, format="json")
    assert (created.status_code, created["Cache-Control"]) == (201, NEVER)
    for answer, status in (
        (anybody.get("/api/v2/projects/nowhere/"), 404),
        (anybody.get("/api/v2/projects/?status=lost"), 400),
        (anybody.get("/api/v2/me/"), 401),
        (anybody.post("/api/v2/projects/", body, format="json"), 401),
    ):
        assert (answer.status_code, answer["Cache-Control"]) == (status, NEVER)


def test_a_view_may_say_more(anybody: APIClient) -> None:
    from rest_framework.response import Response
    from rest_framework.test import APIRequestFactory

    from api.views import BoardView

    class Fixed(BoardView):
        def get(self, request: Any) -> Response:
            return Response({}, headers={"Cache-Control": "public, max-age=3600"})

    answer = Fixed.as_view()(APIRequestFactory().get("/api/v2/fixed/"))
    assert answer["Cache-Control"] == "public, max-age=3600"


# --- What the server keeps --------------------------------------------------------------


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("rows", [10, 1000])
def test_a_kept_page_costs_no_query_whatever_its_size(
    anybody: APIClient, django_assert_num_queries: Queries, path: str, rows: int
) -> None:
    owner = make_person()
    Project.objects.bulk_create(
        Project(slug=f"p{n}", title=f"P {n}", pitch="A map.", owner=owner) for n in range(rows)
    )
    with django_assert_num_queries(3 if "v1" in path else 2):  # v1 counts all rows
        first = anybody.get(path)
    with django_assert_num_queries(0):
        again = anybody.get(path)
    assert again.json() == first.json()
    with django_assert_num_queries(0):
        assert anybody.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_the_order_of_parameters_makes_no_other_page(
    anybody: APIClient, django_assert_num_queries: Queries
) -> None:
    make_project()
    anybody.get("/api/v1/projects/?status=open&page=1")
    with django_assert_num_queries(0):
        assert anybody.get("/api/v1/projects/?page=1&status=open").status_code == 200


@pytest.mark.parametrize(
    "query",
    ["status=open", "ordering=title", "page=1", "status=draft", "status=open&ordering=title"],
)
def test_what_changes_the_answer_is_part_of_the_key(anybody: APIClient, query: str) -> None:
    make_project(title="Zebra", status="building")
    make_project(title="Aardvark")
    make_project(title="Secret", status="draft")
    for path in LISTS:
        anybody.get(path)  # kept without the parameters
        caches["pages"].get("anything")
        with_query = anybody.get(f"{path}?{query}").json()
        caches["pages"].clear()
        assert with_query == anybody.get(f"{path}?{query}").json()
    one, two = (anybody.get(path).json() for path in LISTS)
    assert one != two  # the version is part of it too


@pytest.mark.parametrize(
    "query",
    [
        "search=map",
        "skill=django",
        "owner=1",
        "page_size=5",
        "page=1&page=1",
        "status=open&status=open",
        "tracking=42",
        "page=99",
        "page=" + "1" * 5000,
        "page=%D9%A1",
        "status=lost",
        "ordering=-pitch",
        "cursor=forged",
    ],
)
def test_strangers_cannot_fill_the_cache(
    anybody: APIClient, settings: Settings, query: str
) -> None:
    settings.CACHES = cache_settings("", one_process=True)
    caches["pages"].clear()
    make_project()
    for path in LISTS:
        assert anybody.get(f"{path}?{query}").status_code in {200, 400, 404}
    # Nothing but the tokens, which are two for any number of pages.
    assert {key.partition(":1:")[2] for key in caches["pages"]._cache} <= {  # type: ignore[attr-defined]
        "epoch",
        "token:projects",
    }
    caches["pages"].clear()


def test_a_signed_in_reader_neither_gets_nor_leaves_a_shared_page(anybody: APIClient) -> None:
    owner = make_person()
    make_project(owner=owner, title="Secret", status="draft")
    make_project(title="Known")
    for path in LISTS:
        assert names(signed_in(owner).get(path)) == {"Secret", "Known"}
        assert names(anybody.get(path)) == {"Known"}
        assert names(signed_in(owner).get(path)) == {"Secret", "Known"}


# --- When it forgets --------------------------------------------------------------------


def _writes() -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield every service that changes what others see, each ready to be called."""
    owner, guest = make_person(name="Lin"), make_person(name="Sam", role="frontend")
    announce: dict[str, Any] = {"owner": owner, "pitch": "Knows when the next bus comes."}
    yield "announce", lambda: services.announce_project(title="Bus times", **announce)
    project = Project.objects.get(title="Bus times")
    yield (
        "update",
        lambda: services.update_project(actor=owner, project=project, title="Bus times 2.0"),
    )
    asked = make_request(person=guest, project=project)
    yield "accept", lambda: services.accept_request(actor=owner, request=asked)
    yield "rename", lambda: people_services.update_profile(person=owner, name="Noor")
    yield "leave", lambda: services.leave_project(person=guest, project=project)
    post: dict[str, Any] = {"kind": Post.Kind.PROGRESS, "title": "It works", "body": "Here."}
    yield "post", lambda: services.write_post(author=owner, project=project, **post)
    yield "delete post", lambda: services.delete_post(actor=owner, post=Post.objects.get())
    account = {"email": "mia@example.org", "name": "Mia", "password": "a long sentence, new"}
    yield "sign up", lambda: people_services.sign_up(role="backend", **account)
    announce |= {"title": "Hidden", "status": "draft"}
    yield "draft", lambda: services.announce_project(**announce)
    hidden = Project.objects.get(title="Hidden")
    yield "open", lambda: services.update_project(actor=owner, project=hidden, status="open")
    yield "delete", lambda: services.delete_project(actor=owner, project=project)


def test_after_every_write_the_next_reader_sees_it(anybody: APIClient) -> None:
    paths = [*LISTS, "/api/v1/projects/?status=open&ordering=title", "/api/v2/stats/"]
    make_project()
    seen = []
    for name, write in _writes():
        before = [anybody.get(path).json() for path in paths]
        write()
        after = [anybody.get(path).json() for path in paths]
        caches["pages"].clear()
        fresh = [anybody.get(path).json() for path in paths]
        assert after == fresh, name
        seen.append((name, before != after))
    # Each of them changes something, or the test would not see a forgotten invalidation.
    assert [name for name, changed in seen if not changed and name != "draft"] == []


def test_a_tag_from_before_a_write_gets_the_new_page(anybody: APIClient) -> None:
    project = make_project()
    for path in LISTS:
        tag = anybody.get(path)["ETag"]
        services.update_project(actor=project.owner, project=project, title=f"New {path}")
        answer = anybody.get(path, headers={"If-None-Match": tag})
        assert answer.status_code == 200
        assert names(answer) == {f"New {path}"}


# --- Without Redis ----------------------------------------------------------------------


def test_without_redis_every_page_is_right_and_limits_still_hold(
    anybody: APIClient, settings: Settings
) -> None:
    settings.CACHES = cache_settings("redis://127.0.0.1:1/1", one_process=False)
    steady.link_to.cache_clear()
    project = make_project()
    for path in (*LISTS, f"/api/v2/projects/{project.slug}/", "/api/v2/stats/"):
        assert [anybody.get(path).status_code for _ in range(3)] == [200] * 3
    services.update_project(actor=project.owner, project=project, title="Seen at once")
    assert names(anybody.get(LISTS[1])) == {"Seen at once"}
    rates = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"] | {"anon": "2/min"}
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {"DEFAULT_THROTTLE_RATES": rates}
    assert [anybody.get(LISTS[1]).status_code for _ in range(3)] == [200, 200, 429]
    caches["default"].fallback.clear()  # type: ignore[attr-defined]
    steady.link_to.cache_clear()
