"""Logs: one id for everything that a request causes, and nothing private."""

import json
import logging
import re
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from config import logs
from config.middleware import HEADER, RequestLogMiddleware
from people.models import Person
from tests.factories import PASSWORD, make_person


def line(**extra: Any) -> dict[str, Any]:
    """Return what the JSON formatter makes of a record."""
    record = logging.LogRecord("board.test", logging.INFO, "f.py", 1, "Hi %s", ("you",), None)
    vars(record).update(extra)
    logs.RequestIdFilter().filter(record)
    text = logs.JsonFormatter().format(record)
    assert "\n" not in text
    written: dict[str, Any] = json.loads(text)
    return written


def test_a_line_is_json_with_the_id_of_the_request() -> None:
    token = logs.request_id.set("abc")
    try:
        written = line(status=200)
    finally:
        logs.request_id.reset(token)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", written.pop("time"))
    assert written == {
        "level": "INFO",
        "logger": "board.test",
        "message": "Hi you",
        "request_id": "abc",
        "status": 200,
    }


def test_outside_a_request_there_is_no_id() -> None:
    assert line()["request_id"] == "-"


def test_only_known_facts_are_written() -> None:
    written = line(password="hunter2", email="ada@example.org", request=object(), kind="join")
    assert written["kind"] == "join"
    assert "hunter2" not in str(written)
    assert "ada@" not in str(written)


def test_what_json_does_not_know_is_written_as_text() -> None:
    key = uuid.uuid4()
    assert line(key=key)["key"] == str(key)


@pytest.mark.django_db
def test_an_error_is_written_without_the_values_in_its_message() -> None:
    make_person(email="ada@example.org")
    try:
        with transaction.atomic():
            Person.objects.bulk_create([Person(email="ada@example.org", name="Ada")])
    except IntegrityError as error:
        written = line(exc_info=(type(error), error, error.__traceback__))
    assert written["exception"] == "IntegrityError"
    assert any("test_logs.py" in frame for frame in written["stack"])
    assert "ada@example.org" not in str(written)


def test_plain_in_development_json_in_production() -> None:
    for as_json, name in ((True, "json"), (False, "plain")):
        config = logs.configure(level="INFO", as_json=as_json)
        assert config["handlers"]["stderr"]["formatter"] == name  # type: ignore[index]


@pytest.mark.django_db
def test_queries_and_their_values_stay_out_even_at_debug(
    caplog: pytest.LogCaptureFixture,
) -> None:
    import logging.config

    before = logging.root.level, list(logging.root.handlers)
    try:
        logging.config.dictConfig(logs.configure(level="DEBUG", as_json=True))
        logging.root.addHandler(caplog.handler)
        connection.force_debug_cursor = True
        Person.objects.filter(email="ada@example.org").exists()
    finally:
        connection.force_debug_cursor = False
        logging.root.level, logging.root.handlers[:] = before
    assert "ada@example.org" not in caplog.text


@pytest.fixture
def requests_log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO)
    return caplog


def test_every_answer_carries_an_id_and_a_line(
    client: Client, requests_log: pytest.LogCaptureFixture
) -> None:
    response = client.get("/healthz?token=hunter2")
    assert re.fullmatch("[0-9a-f]{32}", response[HEADER])
    (record,) = [row for row in requests_log.records if row.name == "board.requests"]
    assert record.getMessage() == "GET /healthz 200"
    facts = vars(record)
    assert (facts["method"], facts["route"], facts["status"]) == ("GET", "healthz", 200)
    assert 0 <= facts["duration_ms"] < 10_000
    assert "hunter2" not in requests_log.text


def test_an_id_from_outside_goes_on(client: Client) -> None:
    response = client.get("/healthz", headers={HEADER: "edge-12345678"})
    assert response[HEADER] == "edge-12345678"


@pytest.mark.parametrize("sent", ["short", "a" * 65, "with space 1", "x\ty12345678", "é" * 10])
def test_an_id_that_could_spoil_a_log_is_replaced(client: Client, sent: str) -> None:
    response = client.get("/healthz", headers={HEADER: sent})
    assert re.fullmatch("[0-9a-f]{32}", response[HEADER])


def test_a_path_that_leads_nowhere_is_not_repeated(
    client: Client, requests_log: pytest.LogCaptureFixture
) -> None:
    client.get("/reset/hunter2")
    (record,) = [row for row in requests_log.records if row.name == "board.requests"]
    assert record.getMessage() == "GET /unknown 404"


def test_the_id_ends_with_its_request() -> None:
    seen = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(logs.request_id.get())
        return HttpResponse()

    def broken(request: HttpRequest) -> HttpResponse:
        seen.append(logs.request_id.get())
        raise RuntimeError

    RequestLogMiddleware(view)(RequestFactory().get("/"))
    with pytest.raises(RuntimeError):
        RequestLogMiddleware(broken)(RequestFactory().get("/"))
    assert len(set(seen)) == 2
    assert logs.request_id.get() == "-"


@pytest.mark.django_db
def test_signing_in_leaves_no_address_and_no_password_in_the_log(
    client: Client, requests_log: pytest.LogCaptureFixture
) -> None:
    person = make_person(is_staff=True)
    for password in ("wrong hunter2", PASSWORD):
        client.post("/admin/login/", {"username": person.email, "password": password})
    assert person.email not in requests_log.text
    assert "hunter2" not in requests_log.text
    assert PASSWORD not in requests_log.text
