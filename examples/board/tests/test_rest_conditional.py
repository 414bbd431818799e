"""Entity tags, If-None-Match, If-Match, and what tells that v1 is going away."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from people.services import update_profile
from tests.factories import make_request
from tests.rest import V1, V2, api, problem

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("root", [V1, V2])
def test_what_is_known_already_is_not_sent_again(root: str, people: SimpleNamespace) -> None:
    for path in (f"projects/{people.project.slug}/", "projects/", "skills/", "stats/"):
        first = api().get(f"{root}/{path}")
        again = api().get(f"{root}/{path}", headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
    other = api().get(f"{root}/{path}", headers={"If-None-Match": '"other"'})
    assert other.status_code == 200


def test_the_tag_follows_all_that_is_shown(people: SimpleNamespace) -> None:
    url = f"{V2}/projects/{people.project.slug}/"
    tags = [api(people.owner).get(url)["ETag"]]
    make_request(project=people.project)  # its owner sees one request more
    tags.append(api(people.owner).get(url)["ETag"])
    update_profile(person=people.owner, name="Lin L.")
    tags.append(api(people.owner).get(url)["ETag"])
    tags.append(api().get(url)["ETag"])  # others see no number of requests
    assert len(set(tags)) == 4
    assert {tag.split("-")[0] for tag in tags} == {'"1'}  # none of this was an edit


def test_a_change_needs_the_version_that_it_builds_on(people: SimpleNamespace) -> None:
    url, client = f"{V1}/projects/{people.project.slug}/", api(people.owner)
    problem(client.patch(url, {"title": "A"}), 428, "precondition_required")
    problem(client.delete(url), 428, "precondition_required")
    tag = client.get(url)["ETag"]
    assert client.patch(url, {"title": "A"}, headers={"If-Match": tag}).status_code == 200
    problem(client.patch(url, {"title": "B"}, headers={"If-Match": tag}), 412, "stale_version")
    problem(client.delete(url, headers={"If-Match": tag}), 412, "stale_version")
    problem(client.delete(url, headers={"If-Match": '"other"'}), 412, "stale_version")
    problem(client.delete(url, headers={"If-Match": "nonsense"}), 400, "parse_error")
    assert client.get(url).json()["title"] == "A"


@pytest.mark.parametrize("form", ["{}", "W/{}", '"9-0000000000000000", {}', "*", " * "])
def test_forms_of_if_match(form: str, people: SimpleNamespace) -> None:
    url, client = f"{V1}/projects/{people.project.slug}/", api(people.owner)
    header = form.format(client.get(url)["ETag"])
    assert client.patch(url, {"seats": 4}, headers={"If-Match": header}).status_code == 200


def test_a_request_to_join_does_not_refuse_the_owners_edit(people: SimpleNamespace) -> None:
    url, client = f"{V1}/projects/{people.project.slug}/", api(people.owner)
    tag = client.get(url)["ETag"]
    make_request(project=people.project)
    assert client.patch(url, {"seats": 4}, headers={"If-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [("get", "/projects/?page=1"), ("get", "/nothing/"), ("put", "/me/"), ("post", "/auth/jwt/")],
)
def test_v1_says_with_every_answer_what_follows_it(method: str, path: str) -> None:
    response = getattr(api(), method)(V1 + path)
    assert response["Link"] == f'<{V2}{path}>; rel="successor-version"'
    deprecated = int(response["Deprecation"].removeprefix("@"))
    sunset = datetime.strptime(response["Sunset"], "%a, %d %b %Y %H:%M:%S GMT").timestamp()
    assert deprecated < sunset
    for header in ("Deprecation", "Sunset", "Link"):
        assert header not in getattr(api(), method)(V2 + path)


def test_answers_to_people_are_kept_by_nobody_else(people: SimpleNamespace) -> None:
    url = f"{V1}/projects/{people.project.slug}/"
    assert "public" in api().get(url)["Cache-Control"]
    assert "private" in api(people.owner).get(url)["Cache-Control"]
    assert "Authorization" in api(people.owner).get(url)["Vary"]
