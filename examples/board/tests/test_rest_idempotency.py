"""The Idempotency-Key: once, however often the request arrives."""

import json
import threading
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from api import idempotency
from api.models import IdempotencyKey
from projects.models import JoinRequest, Post, Project
from tests.factories import make_person
from tests.rest import V1, V2, api, problem

pytestmark = pytest.mark.django_db
KEY = {"Idempotency-Key": '"8e03978e-40d5-43dd-bc93-6894a57f9324"'}
NEW = {"title": "Bus stops", "pitch": "All stops on one map."}


@pytest.mark.parametrize("root", [V1, V2])
def test_the_same_request_gets_the_same_answer(root: str) -> None:
    client = api(make_person())
    first = client.post(f"{root}/projects/", NEW, headers=KEY)
    again = client.post(f"{root}/projects/", NEW, headers=KEY)
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert (first["Location"], first["ETag"]) == (again["Location"], again["ETag"])
    assert again["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first
    assert Project.objects.count() == 1


def test_posts_and_requests_too(people: SimpleNamespace) -> None:
    url = f"{V1}/projects/{people.project.slug}/"
    post = {"kind": "progress", "title": "It works", "body": "On my machine."}
    for _ in range(2):
        assert api(people.owner).post(f"{url}posts/", post, headers=KEY).status_code == 201
        assert api(people.stranger).post(f"{url}requests/", {}, headers=KEY).status_code == 201
    assert (Post.objects.count(), JoinRequest.objects.count()) == (1, 1)


def test_another_body_or_place_with_the_same_key(people: SimpleNamespace) -> None:
    client = api(people.owner)
    client.post(f"{V1}/projects/", NEW, headers=KEY)
    for url, body in (
        (f"{V1}/projects/", NEW | {"seats": 4}),
        (f"{V2}/projects/", NEW),
        (f"{V1}/projects/{people.project.slug}/posts/", NEW),
    ):
        response = client.post(url, body, headers=KEY)
        if "posts" in url or "v2" in url or "seats" in body:
            problem(response, 422, "idempotency_key_reused")


def test_keys_belong_to_people() -> None:
    for _ in range(2):
        assert api(make_person()).post(f"{V1}/projects/", NEW, headers=KEY).status_code == 201
    assert Project.objects.count() == 2


def test_after_an_error_the_request_may_be_mended() -> None:
    client = api(make_person())
    problem(client.post(f"{V1}/projects/", {}, headers=KEY), 400, "invalid")
    assert not IdempotencyKey.objects.exists()
    assert client.post(f"{V1}/projects/", NEW, headers=KEY).status_code == 201


@pytest.mark.parametrize("key", ["", '""', "a b", "x" * 101, '"a', "ä"])
def test_a_key_has_a_form(key: str) -> None:
    response = api(make_person()).post(f"{V1}/projects/", NEW, HTTP_IDEMPOTENCY_KEY=key)
    problem(response, 400, "parse_error")


def claim(person: Any, **changes: Any) -> IdempotencyKey:
    """Leave a claim as a request does that has not answered."""
    body = json.dumps(NEW, separators=(",", ":")).encode()
    request = SimpleNamespace(method="POST", path=f"{V1}/projects/", body=body, headers=KEY)
    row = idempotency._claim(request, person)  # type: ignore[arg-type]
    IdempotencyKey.objects.filter(pk=row.pk).update(**changes)
    return row


def test_a_request_that_still_runs() -> None:
    person = make_person()
    claim(person)
    response = api(person).post(f"{V1}/projects/", NEW, headers=KEY)
    problem(response, 409, "in_progress")
    assert IdempotencyKey.objects.exists()


def test_a_claim_whose_request_died_is_taken_over() -> None:
    person = make_person()
    claim(person, claimed_at=timezone.now() - idempotency.CLAIM - timedelta(seconds=1))
    assert api(person).post(f"{V1}/projects/", NEW, headers=KEY).status_code == 201


def test_who_lost_the_claim_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    person = make_person()
    real = idempotency._claim

    def overtaken(request: Any, person: Any) -> IdempotencyKey:
        row = real(request, person)
        IdempotencyKey.objects.update(claimed_at=timezone.now())  # somebody took over
        return row

    monkeypatch.setattr(idempotency, "_claim", overtaken)
    response = api(person).post(f"{V1}/projects/", NEW, headers=KEY)
    problem(response, 409, "in_progress")
    assert not Project.objects.exists()
    assert IdempotencyKey.objects.exists()  # the other one's


def test_keys_are_forgotten_after_a_day() -> None:
    person = make_person()
    client = api(person)
    client.post(f"{V1}/projects/", NEW, headers=KEY)
    IdempotencyKey.objects.update(claimed_at=timezone.now() - idempotency.KEPT * 2)
    assert client.post(f"{V1}/projects/", NEW, headers=KEY).status_code == 201
    assert Project.objects.count() == 2
    assert IdempotencyKey.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
def test_ten_at_once_write_once() -> None:
    person = make_person()
    statuses: list[int] = []
    together = threading.Barrier(10)

    def send() -> None:
        try:
            together.wait()
            response = api(person).post(f"{V1}/projects/", NEW, headers=KEY)
            statuses.append(response.status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Project.objects.count() == 1
    assert set(statuses) <= {201, 409}
    assert 201 in statuses
    assert api(person).post(f"{V1}/projects/", NEW, headers=KEY).status_code == 201
