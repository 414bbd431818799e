"""Who sees what through GraphQL: the same as through REST, whatever path leads there."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from rest_framework.authtoken.models import Token
from rest_framework_simplejwt.tokens import AccessToken

from people.models import Person, Profile
from projects import selectors
from projects.models import Project
from tests.factories import PASSWORD, make_person, make_post, make_project, make_request
from tests.graph_client import URL, ask, post

pytestmark = pytest.mark.django_db
WHO = ["owner", "member", "stranger", "staff", "anonymous"]


def viewer_of(people: SimpleNamespace, who: str) -> Person | None:
    return None if who == "anonymous" else getattr(people, who)


def nodes(connection: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in connection["edges"]]


# --- Drafts -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "sees"),
    [("owner", True), ("member", True), ("staff", True), ("stranger", False), ("anonymous", False)],
)
def test_a_draft_shows_by_no_path_to_others(people: SimpleNamespace, who: str, sees: bool) -> None:
    project, viewer = people.project, viewer_of(people, who)
    make_post(project=project, author=people.member)
    make_request(project=project, person=people.stranger)
    Project.objects.update(status="draft")
    found = ask(
        """query($slug: ID!, $owner: ID!, $member: ID!) {
          project(slug: $slug) { title }
          projects { edges { node { title } } }
          mine: projects(owner: $owner) { edges { node { title } } }
          posts { edges { node { project { title } } } }
          members(project: $slug) { edges { node { project { title } } } }
          owner: person(id: $owner) {
            projects { edges { node { title } } }
            memberships { edges { node { project { title } } } }
          }
          member: person(id: $member) {
            projects { edges { node { title } } }
            memberships { edges { node { project { title } } } }
          }
          requests { edges { node { project { title } } } }
        }""",
        viewer,
        slug=project.slug,
        owner=people.owner.pk,
        member=people.member.pk,
    )
    assert (project.title in str(found)) is sees
    # Who asked keeps the request, and learns nothing of what the project has become.
    assert nodes(found["requests"]) == (
        [{"project": None}]
        if who == "stranger"
        else [{"project": {"title": project.title}}]
        if who == "owner"
        else []
    )


@pytest.mark.parametrize("who", WHO)
def test_lists_are_those_of_the_selectors(people: SimpleNamespace, who: str) -> None:
    for status in Project.Status:
        made = make_project(owner=people.owner, members=(people.member,), status=status)
        make_request(project=made, person=people.stranger)
    make_project(status="draft")
    make_request(person=people.member)
    viewer = viewer_of(people, who)
    asker = viewer or AnonymousUser()
    found = ask(
        "{ projects { edges { node { slug memberCount openRequestCount } } }"
        " requests { edges { node { id } } } }",
        viewer,
    )
    expected = selectors.project_list(asker)
    assert nodes(found["projects"]) == [
        {
            "slug": each.slug,
            "memberCount": each.member_count,
            "openRequestCount": each.open_request_count,
        }
        for each in expected
    ]
    assert nodes(found["requests"]) == [
        {"id": str(each.pk)}
        for each in selectors.requests_for(asker).order_by("-created_at", "-id")
    ]


# --- Requests -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("owner", True),
        ("asker", True),
        ("member", False),
        ("stranger", False),
        ("anonymous", False),
    ],
)
def test_a_request_is_between_two(people: SimpleNamespace, who: str, sees: bool) -> None:
    people.asker = make_person()
    make_request(project=people.project, person=people.asker, message="Only for the owner")
    found = ask(
        """query($slug: ID!) {
          requests { edges { node { message } } }
          project(slug: $slug) { requests { edges { node { message } } } openRequestCount }
        }""",
        viewer_of(people, who),
        slug=people.project.slug,
    )
    assert str(found).count("Only for the owner") == (2 if sees else 0)
    assert found["project"]["openRequestCount"] == (1 if who == "owner" else None)


# --- People --------------------------------------------------------------------------------
def test_nobody_reads_the_address_of_another(people: SimpleNamespace) -> None:
    query = "{ me { email isVerified timezone digest person { name } } }"
    assert ask(query) == {"me": None}
    assert ask(query, people.member)["me"] == {
        "email": people.member.email,
        "isVerified": True,
        "timezone": "UTC",
        "digest": True,
        "person": {"name": "Sam"},
    }
    body = post("{ projects { edges { node { owner { email } } } } }", people.staff).json()
    assert body["errors"][0]["message"] == "Cannot query field 'email' on type 'Person'."


def test_who_has_left_says_nothing_about_themselves_anymore(people: SimpleNamespace) -> None:
    Profile.objects.update(bio="Here I am")
    query = "query($id: ID!, $slug: ID!) { person(id: $id) { bio } "
    query += "project(slug: $slug) { owner { name bio skills { name } } } }"
    values = {"id": people.owner.pk, "slug": people.project.slug}
    assert str(ask(query, **values)).count("Here I am") == 2
    Person.objects.filter(pk=people.owner.pk).update(is_active=False)
    assert ask(query, **values) == {
        "person": None,
        "project": {"owner": {"name": "Lin", "bio": "", "skills": []}},
    }


# --- Who asks: the classes that REST uses ---------------------------------------------------
ME = {"query": "{ me { person { name } } }"}


def test_a_jwt_signs_in(people: SimpleNamespace) -> None:
    token = f"Bearer {AccessToken.for_user(people.owner)}"
    body = post(ME["query"], authorization=token).json()
    assert body == {"data": {"me": {"person": {"name": "Lin"}}}}


def test_a_token_signs_in(people: SimpleNamespace) -> None:
    token = f"Token {Token.objects.create(user=people.owner)}"
    body = post(ME["query"], authorization=token).json()
    assert body == {"data": {"me": {"person": {"name": "Lin"}}}}


@pytest.mark.parametrize("value", ["Bearer nonsense", "Token nonsense", "Bearer"])
def test_a_wrong_token_is_refused_and_not_taken_for_nobody(value: str) -> None:
    response = post(ME["query"], authorization=value)
    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("Bearer")
    [error] = response.json()["errors"]
    assert error["message"]
    assert error["extensions"]["code"] in {
        "token_not_valid",
        "authentication_failed",
        "bad_authorization_header",
    }


def test_an_account_that_was_closed_signs_nobody_in(people: SimpleNamespace) -> None:
    token = f"Bearer {AccessToken.for_user(people.owner)}"
    Person.objects.filter(pk=people.owner.pk).update(is_active=False)
    assert post(ME["query"], authorization=token).status_code == 401


def test_a_session_signs_in_in_development_and_with_the_csrf_token(
    people: SimpleNamespace, settings: LazySettings
) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.login(email=people.owner.email, password=PASSWORD)
    token = {"X-CSRFToken": "a" * 32}
    client.cookies["csrftoken"] = "a" * 32
    ignored = client.post(URL, ME, content_type="application/json", headers=token)
    assert ignored.json() == {"data": {"me": None}}
    settings.DEBUG = True
    refused = client.post(URL, ME, content_type="application/json")
    assert refused.status_code == 403
    assert refused.json()["errors"][0]["extensions"]["code"] == "permission_denied"
    taken = client.post(URL, ME, content_type="application/json", headers=token)
    assert taken.json() == {"data": {"me": {"person": {"name": "Lin"}}}}


def test_a_form_of_another_site_does_nothing(
    people: SimpleNamespace, settings: LazySettings
) -> None:
    settings.DEBUG = True
    client = Client()  # even where the check of the token is off
    client.login(email=people.owner.email, password=PASSWORD)
    body = '{"query": "mutation { deleteProject(project: \\"%s\\") { __typename } }"}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        response = client.post(URL, body % people.project.slug, content_type=kind)
        assert response.status_code == 415
        assert response.json()["errors"][0]["extensions"]["code"] == "unsupported_media_type"
    assert Project.objects.filter(pk=people.project.pk).exists()


def test_requests_are_counted_as_those_of_rest(settings: LazySettings) -> None:
    rates = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"] | {"anon": "2/min"}
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {"DEFAULT_THROTTLE_RATES": rates}
    assert [post("{ me { email } }").status_code for _ in range(3)] == [200, 200, 429]
    refused = post("{ me { email } }")
    assert refused.json()["errors"][0]["extensions"]["code"] == "throttled"
    assert int(refused["Retry-After"]) > 0
