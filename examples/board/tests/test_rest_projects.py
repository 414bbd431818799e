"""Projects through REST: reading, announcing, changing, deleting, leaving."""

import json
from types import SimpleNamespace

import pytest

from people.models import Skill
from projects.models import Project
from tests.factories import make_person, make_project
from tests.rest import V1, V2, api, problem

pytestmark = pytest.mark.django_db

NEW = {"title": "Bus stops", "pitch": "All stops on one map."}


@pytest.fixture
def django_skill(db: None) -> Skill:
    return Skill.objects.get_or_create(slug="django", defaults={"name": "Django"})[0]


def test_a_project_shows_what_everybody_may_know(people: SimpleNamespace) -> None:
    body = api().get(f"{V1}/projects/{people.project.slug}/").json()
    assert body == {
        "slug": people.project.slug,
        "title": people.project.title,
        "pitch": people.project.pitch,
        "status": "open",
        "owner": "Lin",
        "skills": [],
        "contract_url": "",
        "seats": 3,
        "member_count": 1,
        "open_request_count": None,
        "created_at": body["created_at"],
        "updated_at": body["updated_at"],
        "version": 1,
    }


def test_v2_links_the_owner_and_the_project(people: SimpleNamespace) -> None:
    body = api(people.owner).get(f"{V2}/projects/{people.project.slug}/").json()
    assert body["url"] == f"{V2}/projects/{people.project.slug}/"
    assert body["owner"] == {
        "id": people.owner.pk,
        "name": "Lin",
        "url": f"{V2}/people/{people.owner.pk}/",
    }
    assert body["open_request_count"] == 0  # its owner may know
    assert api().get(body["owner"]["url"]).status_code == 200


@pytest.mark.parametrize("root", [V1, V2])
def test_announcing(root: str, django_skill: Skill) -> None:
    body = NEW | {"skills": ["django"], "seats": 5, "contract_url": "https://example.org/api"}
    owner = make_person(name="Ada")
    response = api(owner).post(f"{root}/projects/", body)
    assert response.status_code == 201
    assert response["Location"] == f"{root}/projects/bus-stops/"
    shown = api().get(response["Location"])
    assert shown.json() == response.json() | {"open_request_count": None}
    assert response["ETag"] == api(owner).get(response["Location"])["ETag"]
    assert (response.json()["skills"], response.json()["seats"]) == (["django"], 5)


def test_json_has_one_kind_of_number() -> None:
    text = json.dumps(NEW | {"seats": 5.0})
    response = api(make_person()).post(f"{V1}/projects/", text, content_type="application/json")
    assert (response.status_code, response.json()["seats"]) == (201, 5)


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"title": None}, "title", "null"),
        ({"title": ""}, "title", "blank"),
        ({"title": 7}, "title", "type"),
        ({"title": "x" * 121}, "title", "max_length"),
        ({"title": "a\x00b"}, "title", "null_characters_not_allowed"),
        ({"pitch": "\ud800"}, "pitch", "surrogate_characters_not_allowed"),
        ({"seats": 0}, "seats", "min_value"),
        ({"seats": 10**30}, "seats", "max_value"),
        ({"seats": "3"}, "seats", "type"),
        ({"seats": True}, "seats", "type"),
        ({"seats": 3.5}, "seats", "type"),
        ({"skills": "django"}, "skills", "type"),
        ({"skills": [1]}, "skills", "type"),
        ({"skills": ["no skill"]}, "skills/0", "invalid"),
        ({"skills": ["unknown"]}, "skills", "unknown_skill"),
        ({"status": "closed"}, "status", "invalid_choice"),
        ({"contract_url": "javascript:alert(1)"}, "contract_url", "invalid"),
        ({"contract_url": "https://a.b/"}, "contract_url", "invalid"),
        ({"contract_url": "https://example.org/\n"}, "contract_url", "invalid"),
        ({"owner": 1}, "owner", "unknown_field"),
        ({"version": 9}, "version", "unknown_field"),
        ({"a/b~c\ud800": 1}, "a~1b~0c%3F", "unknown_field"),
    ],
)
def test_a_wrong_value_is_named(
    change: dict[str, object], field: str, code: str, django_skill: Skill
) -> None:
    # Written out here: the test client cannot encode half a character.
    text = json.dumps(NEW | change)
    response = api(make_person()).post(f"{V1}/projects/", text, content_type="application/json")
    body = response.json()
    assert (response.status_code, body["title"]) == (400, "Bad Request")
    assert [(e["pointer"], e["code"]) for e in body["errors"]] == [(f"#/{field}", code)]
    assert not Project.objects.exists()


def test_all_wrong_values_are_named_at_once() -> None:
    response = api(make_person()).post(f"{V1}/projects/", {"seats": 99})
    assert {error["pointer"] for error in problem(response, 400, "invalid")["errors"]} == {
        "#/title",
        "#/pitch",
        "#/seats",
    }


@pytest.mark.parametrize("body", [[], "text", 7, None])
def test_a_body_is_an_object(body: object) -> None:
    response = api(make_person()).post(f"{V1}/projects/", body)
    assert problem(response, 400, "invalid")["errors"][0]["pointer"] in {"#", "#/title"}


def test_a_slug_is_taken_once() -> None:
    person = make_person()
    assert api(person).post(f"{V1}/projects/", NEW | {"slug": "map"}).status_code == 201
    response = api(person).post(f"{V1}/projects/", NEW | {"slug": "map"})
    assert problem(response, 409, "slug_taken")["errors"][0]["pointer"] == "#/slug"


def test_changing(people: SimpleNamespace, django_skill: Skill) -> None:
    url, client = f"{V1}/projects/{people.project.slug}/", api(people.owner)
    tag = client.get(url)["ETag"]
    response = client.patch(
        url, {"title": "Trams", "skills": ["django"]}, headers={"If-Match": tag}
    )
    assert response.status_code == 200
    assert (response.json()["title"], response.json()["skills"]) == ("Trams", ["django"])
    assert response.json()["version"] == 2
    assert response["ETag"] == client.get(url)["ETag"] != tag
    assert (
        "slug"
        in problem(client.patch(url, {"slug": "trams"}, headers={"If-Match": "*"}), 400, "invalid")[
            "errors"
        ][0]["pointer"]
    )


def test_staff_may_change_what_others_own(people: SimpleNamespace) -> None:
    response = api(people.staff).patch(
        f"{V1}/projects/{people.project.slug}/", {"title": "Mended"}, headers={"If-Match": "*"}
    )
    assert response.status_code == 200


@pytest.mark.parametrize("who", ["member", "stranger"])
def test_others_may_neither_change_nor_delete(who: str, people: SimpleNamespace) -> None:
    client, url = api(getattr(people, who)), f"{V1}/projects/{people.project.slug}/"
    problem(client.patch(url, {"title": "Mine"}), 403, "not_allowed")
    problem(client.delete(url), 403, "not_allowed")


def test_deleting(people: SimpleNamespace) -> None:
    url, client = f"{V2}/projects/{people.project.slug}/", api(people.owner)
    response = client.delete(url, headers={"If-Match": client.get(url)["ETag"]})
    assert (response.status_code, response.content) == (204, b"")
    problem(client.get(url), 404, "not_found")
    problem(client.delete(url, headers={"If-Match": "*"}), 404, "not_found")


def test_a_draft_is_not_there_for_others(people: SimpleNamespace) -> None:
    draft = make_project(owner=people.owner, members=(people.member,), status="draft")
    for root in (V1, V2):
        for tail in ("", "posts/", "members/"):
            url = f"{root}/projects/{draft.slug}/{tail}"
            assert api(people.member).get(url).status_code == 200
            problem(api(people.stranger).get(url), 404, "not_found")
            problem(api().get(url), 404, "not_found")


def test_leaving(people: SimpleNamespace) -> None:
    url = f"{V1}/projects/{people.project.slug}/leave/"
    assert api(people.member).post(url).status_code == 204
    assert api().get(f"{V1}/projects/{people.project.slug}/").json()["member_count"] == 0
    problem(api(people.member).post(url), 403, "not_allowed")
    problem(api(people.owner).post(url), 409, "owner_stays")


@pytest.mark.parametrize("root", [V1, V2])
def test_the_team(root: str, people: SimpleNamespace) -> None:
    rows = api().get(f"{root}/projects/{people.project.slug}/members/").json()["results"]
    assert [row["role"] for row in rows] == ["owner", "member"]
    names = [row["person"] if root == V1 else row["person"]["name"] for row in rows]
    assert names == ["Lin", "Sam"]
