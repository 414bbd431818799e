"""The two questions of a platform, with every dependency well and ill."""

import logging
from typing import Any

import pytest
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.test import Client
from kombu import Connection
from kombu.exceptions import OperationalError
from pytest_django import Settings

from config import health
from config.celery import app

SECRET = "amqp://board:hunter2@10.0.0.7"


def broken() -> None:
    raise ConnectionError(SECRET)


def test_alive_without_any_dependency(client: Client) -> None:
    """Without the `db` fixture, a test that touches the database fails."""
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready(client: Client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "dependencies": {"database": "ok", "cache": "ok", "broker": "ok"},
    }
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "code"), [("database", 503), ("cache", 200), ("broker", 200)])
def test_what_is_ill_is_named_and_the_reason_stays_inside(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    name: str,
    code: int,
) -> None:
    needed = health.CHECKS[name][1]
    monkeypatch.setitem(health.CHECKS, name, (broken, needed))
    response = client.get("/readyz")
    assert response.status_code == code
    states = response.json()["dependencies"]
    assert {part for part, state in states.items() if state != "ok"} == {name}
    assert "hunter2" not in response.content.decode()
    assert any(getattr(record, "dependency", "") == name for record in caplog.records)


def test_a_database_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def cursor() -> Any:
        raise DatabaseError(SECRET)

    monkeypatch.setattr(connection, "cursor", cursor)
    with pytest.raises(DatabaseError):
        health.check_database()


def test_a_cache_that_loses_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caches["pages"], "get", lambda key: None)
    with pytest.raises(RuntimeError):
        health.check_cache()


def test_a_cache_that_holds_nothing_on_purpose(settings: Settings) -> None:
    """Production without Redis: there is no dependency that could be ill."""
    settings.CACHES = settings.CACHES | {
        "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    }
    health.check_cache()


def test_tasks_in_process_need_no_broker(settings: Settings) -> None:
    settings.CELERY_TASK_ALWAYS_EAGER = True
    health.check_broker()


def test_a_broker_that_is_away(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CELERY_TASK_ALWAYS_EAGER = False
    away = Connection("amqp://127.0.0.1:1", connect_timeout=1)
    monkeypatch.setattr(app, "connection_for_write", lambda **_: away)
    with pytest.raises(OperationalError):
        health.check_broker()


@pytest.mark.rabbitmq
def test_a_broker_that_answers() -> None:
    health.check_broker()


@pytest.mark.django_db
def test_only_reading_is_allowed(client: Client) -> None:
    for path in ("/healthz", "/readyz"):
        assert client.post(path).status_code == 405
        assert client.head(path).status_code == 200


@pytest.mark.django_db
def test_each_failure_is_logged_once(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(health.CHECKS, "cache", (broken, False))
    with caplog.at_level(logging.ERROR):
        client.get("/readyz")
    assert len([row for row in caplog.records if row.name == "config.health"]) == 1
