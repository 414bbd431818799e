"""One contract, four modules: who answers is not a client's business."""

import mysite

mysite.start()

from collections.abc import Iterator

import pytest
from django.test.utils import override_settings
from rest_framework.test import APIClient

from catalog.models import Project

WAYS = ["catalog.as_function", "catalog.as_apiview", "catalog.as_generics", "catalog.as_viewset"]


@pytest.fixture(params=WAYS)
def client(request: pytest.FixtureRequest) -> Iterator[APIClient]:
    Project.objects.all().delete()
    with override_settings(ROOT_URLCONF=request.param):
        yield APIClient()


@pytest.fixture
def project(client: APIClient) -> Project:
    return Project.objects.create(title="Bus times", seats=3)


def test_a_new_project_is_created_and_listed(client: APIClient) -> None:
    created = client.post("/projects/", {"title": "Seed swap", "seats": 4})
    assert created.status_code == 201
    assert client.get("/projects/").json() == [created.json()]


def test_one_project_is_read_changed_and_deleted(client: APIClient, project: Project) -> None:
    url = f"/projects/{project.pk}/"
    assert client.get(url).json() == {"id": project.pk, "title": "Bus times", "seats": 3}
    assert client.patch(url, {"seats": 5}).json()["seats"] == 5
    assert client.delete(url).status_code == 204
    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"seats": 3}, "title"),
        ({"title": " ", "seats": 3}, "title"),
        ({"title": "Bus times"}, "title"),  # taken
        ({"title": "Seed swap", "seats": 99}, "seats"),
    ],
)
def test_wrong_values_are_named(
    client: APIClient, project: Project, body: dict[str, object], field: str
) -> None:
    answer = client.post("/projects/", body)
    assert (answer.status_code, list(answer.json())) == (400, [field])
    assert Project.objects.count() == 1, "nothing may be saved"


def test_unknown_ids_and_words_are_404(client: APIClient) -> None:
    for url in ("/projects/999/", "/projects/abc/", "/nothing/"):
        assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("put", "/projects/", {"GET", "HEAD", "OPTIONS", "POST"}),
        ("delete", "/projects/", {"GET", "HEAD", "OPTIONS", "POST"}),
        ("post", "/projects/{pk}/", {"GET", "HEAD", "OPTIONS", "PATCH", "DELETE"}),
        ("put", "/projects/{pk}/", {"GET", "HEAD", "OPTIONS", "PATCH", "DELETE"}),
    ],
)
def test_other_methods_are_405_and_say_which_are_right(
    client: APIClient, project: Project, method: str, path: str, allowed: set[str]
) -> None:
    answer = client.generic(method.upper(), path.format(pk=project.pk))
    assert answer.status_code == 405
    assert set(answer["Allow"].split(", ")) == allowed


def test_head_is_get_without_a_body(client: APIClient, project: Project) -> None:
    answer = client.head("/projects/")
    assert (answer.status_code, answer.content) == (200, b"")


def test_formats(client: APIClient) -> None:
    assert client.get("/projects/", headers={"Accept": "text/csv"}).status_code == 406
    form = client.post("/projects/", "title=x", content_type="application/x-www-form-urlencoded")
    assert form.status_code == 415
    broken = client.post("/projects/", '{"title":', content_type="application/json")
    assert broken.status_code == 400
