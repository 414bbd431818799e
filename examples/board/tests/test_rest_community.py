"""Posts, requests to join, people, skills, one's own account and the numbers."""

from types import SimpleNamespace

import pytest

from people.models import Person, Skill
from tests.factories import make_person, make_post, make_project, make_request
from tests.rest import V1, V2, api, problem

pytestmark = pytest.mark.django_db


# --- Posts ---------------------------------------------------------------------------
@pytest.mark.parametrize("root", [V1, V2])
def test_posting_reading_removing(root: str, people: SimpleNamespace) -> None:
    url = f"{root}/projects/{people.project.slug}/posts/"
    blocker = make_post(project=people.project, kind="blocker")
    body = {"kind": "solution", "title": "Solved", "body": "An index.", "solves": blocker.pk}
    response = api(people.member).post(url, body)
    assert response.status_code == 201
    assert response.json().items() >= body.items()
    assert response.json()["author"] == (
        "Sam"
        if root == V1
        else {"id": people.member.pk, "name": "Sam", "url": f"{V2}/people/{people.member.pk}/"}
    )
    assert api().get(response["Location"]).json() == response.json()
    assert [post["id"] for post in api().get(url).json()["results"]] == [
        response.json()["id"],
        blocker.pk,
    ]
    assert len(api().get(url, {"kind": "blocker"}).json()["results"]) == 1
    problem(api(people.stranger).delete(response["Location"]), 403, "not_allowed")
    assert api(people.member).delete(response["Location"]).status_code == 204
    problem(api().get(response["Location"]), 404, "not_found")


def test_strangers_do_not_post(people: SimpleNamespace) -> None:
    problem(
        api(people.stranger).post(f"{V1}/projects/{people.project.slug}/posts/", {}),
        403,
        "not_allowed",
    )


@pytest.mark.parametrize("solves", [10**18, "other project", "no blocker"])
def test_a_solution_solves_a_blocker_of_its_project(
    solves: object, people: SimpleNamespace
) -> None:
    if solves == "other project":
        solves = make_post(kind="blocker").pk
    elif solves == "no blocker":
        solves = make_post(project=people.project).pk
    body = {"kind": "solution", "title": "Solved", "body": "It works.", "solves": solves}
    response = api(people.owner).post(f"{V1}/projects/{people.project.slug}/posts/", body)
    assert problem(response, 400, "invalid")["errors"][0]["pointer"] == "#/solves"


def test_a_post_is_found_under_its_own_project_only(people: SimpleNamespace) -> None:
    post = make_post()
    problem(api().get(f"{V1}/projects/{people.project.slug}/posts/{post.pk}/"), 404, "not_found")


# --- Requests to join ------------------------------------------------------------------
@pytest.mark.parametrize("root", [V1, V2])
def test_asking_and_accepting(root: str, people: SimpleNamespace) -> None:
    url = f"{root}/projects/{people.project.slug}/requests/"
    response = api(people.stranger).post(url, {"message": "I draw maps."})
    assert response.status_code == 201
    assert response["Location"] == f"{root}/requests/{response.json()['id']}/"
    assert response.json()["status"] == "pending"
    assert api(people.stranger).get(response["Location"]).json() == response.json()
    assert api(people.owner).get(url).json()["results"] == [response.json()]
    assert api(people.member).get(url).json()["results"] == []
    problem(api(people.member).get(response["Location"]), 404, "not_found")
    problem(api(people.stranger).post(url, {}), 409, "already_asked")
    problem(api(people.stranger).post(f"{response['Location']}accept/"), 403, "not_allowed")
    accepted = api(people.owner).post(f"{response['Location']}accept/")
    assert (accepted.status_code, accepted.json()["status"]) == (200, "accepted")
    decided_by = accepted.json()["decided_by"]
    assert (decided_by if root == V1 else decided_by["name"]) == "Lin"
    problem(api(people.owner).post(f"{response['Location']}decline/"), 409, "not_pending")
    assert api().get(f"{root}/projects/{people.project.slug}/").json()["member_count"] == 2


def test_declining_and_withdrawing(people: SimpleNamespace) -> None:
    asked = make_request(person=people.stranger, project=people.project)
    url = f"{V2}/requests/{asked.pk}/"
    problem(api(people.owner).post(f"{url}withdraw/"), 403, "not_allowed")
    assert api(people.stranger).post(f"{url}withdraw/").json()["status"] == "withdrawn"
    asked = make_request(person=people.stranger, project=people.project)
    declined = api(people.staff).post(f"{V2}/requests/{asked.pk}/decline/")
    assert declined.json()["status"] == "declined"


def test_my_requests_have_two_sides(people: SimpleNamespace) -> None:
    received = make_request(project=people.project)
    sent = make_request(person=people.owner)
    make_request()

    def listed(**query: str) -> set[int]:
        body = api(people.owner).get(f"{V1}/requests/", query).json()
        return {row["id"] for row in body["results"]}

    assert listed() == {received.pk, sent.pk}
    assert listed(box="sent") == {sent.pk}
    assert listed(box="received", status="pending") == {received.pk}
    assert listed(status="declined") == set()


@pytest.mark.parametrize("url", ["/requests/", "/me/", "/projects/{slug}/requests/"])
def test_what_is_personal_asks_who_you_are(url: str, people: SimpleNamespace) -> None:
    response = api().get(V1 + url.format(slug=people.project.slug))
    problem(response, 401, "not_authenticated")
    assert response["WWW-Authenticate"] == 'Bearer realm="api"'


# --- People, skills, numbers -------------------------------------------------------------
def test_a_public_profile_never_shows_the_address() -> None:
    person = make_person(name="Mia", role="both")
    response = api().get(f"{V2}/people/{person.pk}/")
    assert response.json() == {
        "id": person.pk,
        "name": "Mia",
        "role": "both",
        "bio": "",
        "skills": [],
        "created_at": response.json()["created_at"],
    }
    for url in ("people/", "projects/", f"people/{person.pk}/"):
        assert person.email not in api().get(f"{V2}/{url}").text


def test_people_are_filtered_and_those_who_left_are_gone() -> None:
    react = Skill.objects.create(slug="sewing", name="Sewing")
    mia = make_person(name="Mia", role="frontend")
    mia.profile.skills.add(react)
    gone = make_person(role="frontend", is_active=False)
    names = [row["name"] for row in api().get(f"{V1}/people/?skill=sewing").json()["results"]]
    assert names == ["Mia"]
    assert api().get(f"{V1}/people/?role=frontend").json()["count"] == 1
    problem(api().get(f"{V1}/people/{gone.pk}/"), 404, "not_found")
    problem(api().get(f"{V1}/people/{'9' * 40}/"), 404, "not_found")


def test_skills(db: None) -> None:
    Skill.objects.create(slug="sewing", name="Sewing")
    rows = api().get(f"{V1}/skills/?page_size=100").json()["results"]
    assert {"slug": "sewing", "name": "Sewing"} in rows


def test_my_account() -> None:
    ada = make_person(name="Ada", email="ada@example.org")
    Skill.objects.create(slug="sewing", name="Sewing")
    client = api(ada)
    assert (
        client.get(f"{V1}/me/").json().items()
        >= {
            "email": "ada@example.org",
            "is_verified": True,
            "digest": True,
            "timezone": "UTC",
        }.items()
    )
    change = {
        "name": "Ada L.",
        "role": "both",
        "bio": "Maps.",
        "skills": ["sewing"],
        "timezone": "Africa/Nairobi",
        "digest": False,
    }
    response = client.patch(f"{V1}/me/", change)
    assert response.status_code == 200
    assert response.json().items() >= change.items()
    assert api().get(f"{V1}/people/{ada.pk}/").json()["bio"] == "Maps."
    for wrong in ({"email": "b@example.org"}, {"is_staff": True}, {"timezone": "Moon"}):
        problem(api(Person.objects.get()).patch(f"{V1}/me/", wrong), 400, "invalid")


def test_numbers() -> None:
    make_project(members=(make_person(),))
    assert api().get(f"{V1}/stats/").json() == {
        "projects": 1,
        "open_projects": 1,
        "people": 2,
        "memberships": 2,
        "posts": 0,
    }


# --- Writing needs a verified address ----------------------------------------------------
def test_unverified_people_read_but_do_not_write(people: SimpleNamespace) -> None:
    slug = people.project.slug
    client = api(make_person(verified=False))
    for url in ("projects/", f"projects/{slug}/", "requests/", "me/"):
        assert client.get(f"{V1}/{url}").status_code == 200
    for url in ("projects/", f"projects/{slug}/requests/", f"projects/{slug}/leave/"):
        problem(client.post(f"{V1}/{url}", {}), 403, "not_verified")
    problem(client.patch(f"{V1}/me/", {"name": "Ada"}), 403, "not_verified")
    problem(api().post(f"{V1}/projects/", {}), 401, "not_authenticated")
