"""Settings: what each variable means, and what is said when one is wrong."""

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment as env

ROOT = Path(__file__).parents[1]
PRODUCTION = {
    "DEBUG": "false",
    "SECRET_KEY": "k9Zq-2vLxR7wT4bN8mHc1pYd6sFj3gAe5uKo0iVzWnXlQrBtCy",
    "ALLOWED_HOSTS": "board.example.org, www.board.example.org",
    "FRONTEND_URL": "https://board.example.org/",
    "DATABASE_URL": "postgres://board:p%40ss@db:5433/board",
    "REDIS_URL": "redis://cache:6379",
    "BROKER_URL": "amqp://board:secret@queue:5672/board",
    "EMAIL_URL": "smtp+tls://board:secret@mail:587",
    "DEFAULT_FROM_EMAIL": "The board <board@example.org>",
    "PROXY_COUNT": "1",
    "LOG_LEVEL": "warning",
}


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """Run the settings module by itself, with this environment and no other."""

    def run(variables: dict[str, str]) -> dict[str, Any]:
        monkeypatch.setattr(os, "environ", {})
        monkeypatch.setattr(env.Environment.__init__, "__defaults__", (variables,))
        return runpy.run_path(str(ROOT / "config" / "settings.py"))

    return run


Load = Callable[..., dict[str, Any]]


def test_with_nothing_set_everything_runs_in_process(load: Load) -> None:
    settings = load({})
    assert settings["DEBUG"] is True
    assert settings["DATABASES"]["default"]["ENGINE"].endswith("sqlite3")
    assert settings["DATABASES"]["default"]["NAME"] == str(ROOT / "db.sqlite3")
    assert settings["CACHES"]["default"]["BACKEND"].endswith("LocMemCache")
    assert settings["CELERY_TASK_ALWAYS_EAGER"] is True
    assert settings["EMAIL_BACKEND"].endswith("console.EmailBackend")
    assert "SECURE_SSL_REDIRECT" not in settings


def test_each_variable_switches_one_part(load: Load) -> None:
    settings = load(PRODUCTION)
    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["board.example.org", "www.board.example.org"]
    assert settings["FRONTEND_URL"] == "https://board.example.org"
    database = settings["DATABASES"]["default"]
    assert database["ENGINE"].endswith("postgresql")
    assert (database["HOST"], database["PORT"]) == ("db", 5433)
    assert (database["NAME"], database["USER"], database["PASSWORD"]) == ("board", "board", "p@ss")
    assert database["CONN_HEALTH_CHECKS"] is True
    assert "statement_timeout" in database["OPTIONS"]["options"]
    assert settings["CACHES"]["default"]["LOCATION"] == "redis://cache:6379/1"
    assert settings["CELERY_RESULT_BACKEND"] == "redis://cache:6379/0"
    assert settings["CELERY_BROKER_URL"] == PRODUCTION["BROKER_URL"]
    assert settings["CELERY_TASK_ALWAYS_EAGER"] is False
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("mail", 587)
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (True, False)
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert settings["REST_FRAMEWORK"]["NUM_PROXIES"] == 1
    assert settings["LOGGING"]["root"]["level"] == "WARNING"
    assert settings["LOGGING"]["handlers"]["stderr"]["formatter"] == "json"


def test_a_header_is_trusted_only_behind_a_proxy(load: Load) -> None:
    assert "SECURE_PROXY_SSL_HEADER" not in load(PRODUCTION | {"PROXY_COUNT": "0"})


def test_on_a_machine_without_tls_nothing_is_redirected(load: Load) -> None:
    settings = load(PRODUCTION | {"HTTPS": "false"})
    for name in ("SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE"):
        assert name not in settings
    assert load(PRODUCTION)["SECURE_SSL_REDIRECT"] is True


def test_static_files_are_served_in_production_alone(load: Load) -> None:
    name = "whitenoise.middleware.WhiteNoiseMiddleware"
    middleware = load(PRODUCTION)["MIDDLEWARE"]
    # After the redirect to https, before sessions.
    assert middleware[2] == name
    assert middleware[1] == "django.middleware.security.SecurityMiddleware"
    assert name not in load({})["MIDDLEWARE"]


def test_a_value_may_come_from_a_file(load: Load, tmp_path: Path) -> None:
    file = tmp_path / "secret_key"
    file.write_text(PRODUCTION["SECRET_KEY"] + "\n", "utf-8")
    variables = {name: value for name, value in PRODUCTION.items() if name != "SECRET_KEY"}
    settings = load(variables | {"SECRET_KEY_FILE": str(file)})
    assert settings["SECRET_KEY"] == PRODUCTION["SECRET_KEY"]


@pytest.mark.parametrize("both", [True, False])
def test_a_file_that_cannot_be_the_value_is_named(load: Load, tmp_path: Path, both: bool) -> None:
    file = tmp_path / "secret_key"
    variables = PRODUCTION | {"SECRET_KEY_FILE": str(file)}
    if both:
        file.write_text("hunter2", "utf-8")
    else:
        del variables["SECRET_KEY"]
    with pytest.raises(ImproperlyConfigured) as caught:
        load(variables)
    assert str(caught.value).splitlines()[1:] == [
        "  SECRET_KEY_FILE must name a file that can be read, and SECRET_KEY must not be set"
    ]


def test_urls_of_parts_come_before_the_shared_one(load: Load) -> None:
    settings = load(PRODUCTION | {"CACHE_URL": "rediss://a:1/5", "RESULT_URL": "redis://:pw@b:2/6"})
    assert settings["CACHES"]["default"]["LOCATION"] == "rediss://a:1/5"
    assert settings["CELERY_RESULT_BACKEND"] == "redis://:pw@b:2/6"


def test_options_of_the_database_url_are_kept(load: Load) -> None:
    url = PRODUCTION["DATABASE_URL"] + "?sslmode=require"
    options = load(PRODUCTION | {"DATABASE_URL": url})["DATABASES"]["default"]["OPTIONS"]
    assert options["sslmode"] == "require"
    assert "lock_timeout" in options["options"]


def test_production_names_everything_that_it_misses(load: Load) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        load({"DEBUG": "false"})
    for name in ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "EMAIL_URL", "FRONTEND_URL"):
        assert f"{name} is missing: it should look like " in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "maybe"),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 60),
        ("FRONTEND_URL", "board.example.org"),
        ("FRONTEND_URL", "https://"),
        ("CSRF_TRUSTED_ORIGINS", "https://board.example.org,board.example.org"),
        ("DATABASE_URL", "mysql://board@db/board"),
        ("DATABASE_URL", "postgres://db"),
        ("DATABASE_URL", "postgres://db:port/board"),
        ("DATABASE_URL", "board.sqlite3"),
        ("CONN_MAX_AGE", "-1"),
        ("CONN_MAX_AGE", "a minute"),
        ("REDIS_URL", "cache:6379"),
        ("REDIS_URL", "redis://"),
        ("REDIS_URL", "redis://cache:port"),
        ("CACHE_URL", "memcached://cache"),
        ("BROKER_URL", "redis://queue"),
        ("RESULT_URL", "amqp://queue"),
        ("EMAIL_URL", "mail:587"),
        ("EMAIL_URL", "smtp://"),
        ("PROXY_COUNT", "one"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_malformed_value_is_named(load: Load, name: str, value: str) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        load(PRODUCTION | {name: value})
    lines = str(caught.value).splitlines()
    assert len(lines) == 2
    assert lines[1].startswith(f"  {name} is malformed: it should look like ")


def test_a_wrong_value_is_never_repeated(load: Load) -> None:
    """It may be a secret, and errors end up in logs."""
    url = "mysql://board:hunter2@db/board"
    with pytest.raises(ImproperlyConfigured) as caught:
        load(PRODUCTION | {"DATABASE_URL": url, "SECRET_KEY": "hunter2"})
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("text", ["1", "true", "Yes", "ON"])
def test_what_is_true(text: str) -> None:
    assert env.boolean(text)


@pytest.mark.parametrize("text", ["0", "false", "No", "OFF"])
def test_what_is_false(text: str) -> None:
    assert not env.boolean(text)


@pytest.mark.parametrize("url", ["sqlite:////data/board.sqlite3", "sqlite://:memory:"])
def test_sqlite_urls(load: Load, url: str) -> None:
    database = load(PRODUCTION | {"DATABASE_URL": url})["DATABASES"]["default"]
    assert database["NAME"] in {"/data/board.sqlite3", ":memory:"}
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_email_without_a_server(load: Load) -> None:
    settings = load(PRODUCTION | {"EMAIL_URL": "consolemail://"})
    assert settings["EMAIL_BACKEND"].endswith("console.EmailBackend")
    assert settings["EMAIL_HOST"] == "localhost"


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning:config", "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_django_finds_nothing_to_say_about_production() -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout


def test_the_door_for_production_servers_opens() -> None:
    from config.wsgi import application

    assert callable(application)


def test_a_process_with_a_wrong_environment_does_not_start() -> None:
    done = manage("check", DEBUG="false")
    assert done.returncode != 0
    assert "SECRET_KEY is missing" in done.stderr
