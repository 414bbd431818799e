"""Exports through REST: asking, waiting, downloading."""

import csv
import io
import json
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from pytest_django import Settings

from exports.models import Export
from tests.rest import V1, V2, api, problem

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings: Settings, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path


def done(export: Export, content: bytes) -> Export:
    """Finish an export as the worker would."""
    name = default_storage.save(f"exports/{export.pk}", ContentFile(content))
    Export.objects.filter(pk=export.pk).update(
        status="done", done=1, total=1, finished_at=timezone.now(), file=name
    )
    return export


@pytest.mark.parametrize("root", [V1, V2])
def test_from_asking_to_downloading(root: str, people: SimpleNamespace) -> None:
    url, client = f"{root}/projects/{people.project.slug}/exports/", api(people.member)
    asked = client.post(url, {"format": "csv"})
    assert asked.status_code == 202
    assert asked["Location"] == f"{root}/exports/{asked.json()['id']}/"
    assert client.post(url, {"format": "csv"}).json() == asked.json()  # the same one
    assert client.get(asked["Location"]).json() == asked.json()
    problem(client.get(asked["Location"] + "file/"), 409, "not_ready")
    done(Export.objects.get(), b"type,id\r\nmember,1\r\n")
    assert client.get(asked["Location"]).json()["status"] == "done"
    answer = client.get(asked["Location"] + "file/", headers={"Accept": "text/csv"})
    assert answer["Content-Disposition"] == f'attachment; filename="{people.project.slug}.csv"'
    rows = list(csv.DictReader(io.StringIO(b"".join(answer).decode())))
    assert rows == [{"type": "member", "id": "1"}]


def test_the_other_format(people: SimpleNamespace) -> None:
    export = Export.objects.create(project=people.project, requested_by=people.owner, format="json")
    answer = api(people.owner).get(f"{V2}/exports/{done(export, b'{}').pk}/file/")
    assert json.loads(b"".join(answer)) == {}
    assert answer["Content-Type"] == "application/json"


def test_exports_are_for_the_team_and_each_for_one_person(people: SimpleNamespace) -> None:
    url = f"{V1}/projects/{people.project.slug}/exports/"
    problem(api(people.stranger).post(url, {"format": "csv"}), 403, "not_allowed")
    problem(api().post(url, {"format": "csv"}), 401, "not_authenticated")
    response = api(people.member).post(url, {"format": "xls"})
    assert problem(response, 400, "invalid")["errors"][0]["pointer"] == "#/format"
    asked = api(people.member).post(url, {"format": "csv"})
    for path in (asked["Location"], asked["Location"] + "file/"):
        problem(api(people.owner).get(path), 404, "not_found")
        problem(api().get(path), 401, "not_authenticated")
    problem(api(people.member).get(f"{V1}/exports/{uuid4()}/"), 404, "not_found")
