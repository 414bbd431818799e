from collections.abc import Iterator

import pytest
from django.test.utils import override_settings
from given import SKILLS
from rest_framework.test import APIClient

import task

REST = {"UNAUTHENTICATED_USER": None, "TEST_REQUEST_DEFAULT_FORMAT": "json"}


@pytest.fixture
def client() -> Iterator[APIClient]:
    before = dict(SKILLS)
    with override_settings(ROOT_URLCONF=task, REST_FRAMEWORK=REST, MIDDLEWARE=[]):
        yield APIClient()
    SKILLS.clear()
    SKILLS.update(before)


def test_the_list_is_sorted_by_slug(client):
    answer = client.get("/skills/")
    assert answer.status_code == 200, "GET /skills/ finds no view: is the viewset registered?"
    assert answer.json() == [
        {"slug": "django", "name": "Django"},
        {"slug": "react", "name": "React"},
    ]


def test_one_skill_is_found_by_its_slug(client):
    answer = client.get("/skills/react/")
    assert (answer.status_code, answer.json()) == (200, {"slug": "react", "name": "React"})


def test_an_unknown_skill_is_404(client):
    try:
        status = client.get("/skills/cobol/").status_code
    except KeyError:
        status = 500
    assert status == 404, "a client decides by the status: an unknown slug is 404"


def test_a_new_skill_is_created(client):
    answer = client.post("/skills/", {"slug": "vue", "name": "Vue"})
    assert answer.status_code == 201, "what creates something answers 201 Created"
    assert answer.json() == {"slug": "vue", "name": "Vue"}
    assert answer["Location"] == "/skills/vue/", "Location says where the new skill is"
    assert client.get("/skills/vue/").status_code == 200


@pytest.mark.parametrize("body", [{}, {"slug": "no slug", "name": "x"}, {"slug": "x", "name": ""}])
def test_wrong_values_are_400_and_save_nothing(client, body):
    assert client.post("/skills/", body).status_code == 400, "check before you save"
    assert len(SKILLS) == 2, "a refused request must change nothing"


def test_a_taken_slug_is_409_and_changes_nothing(client):
    assert client.post("/skills/", {"slug": "react", "name": "Other"}).status_code == 409
    assert SKILLS["react"] == "React"


def test_other_methods_are_405(client):
    assert client.delete("/skills/react/").status_code == 405
    assert client.put("/skills/", {}).status_code == 405
