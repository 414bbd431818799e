"""The benchmark: what it sends is answered, what it compares is comparable, what it says holds."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve
from pytest_django import Settings
from rest_framework.test import APIClient

from bench import cold, plans, run
from config.caches import EPOCH
from people.models import Skill
from projects.models import Project
from projects.selectors import project_list
from tests.factories import make_person, make_project

Queries = Callable[..., CaptureQueriesContext]


@pytest.fixture
def bench(settings: Settings) -> APIClient:
    from bench import settings as of_bench

    for name in ("ROOT_URLCONF", "REST_FRAMEWORK", "MIDDLEWARE", "SECURE_SSL_REDIRECT"):
        setattr(settings, name, getattr(of_bench, name))
    return APIClient()


# --- The naive view ---------------------------------------------------------------------


def test_the_naive_view_shows_what_ours_shows_and_asks_for_each_row(
    db: None, bench: APIClient, django_assert_num_queries: Queries
) -> None:
    skills = [Skill.objects.get_or_create(slug=slug, name=slug)[0] for slug in ("maps", "vue")]
    for _ in range(25):
        make_project(skills=skills, members=(make_person(),))
    make_project(status="draft")
    with django_assert_num_queries(62):
        naive = bench.get("/naive/projects/").json()
    with django_assert_num_queries(2):
        ours = bench.get("/api/v2/projects/").json()
    assert len(naive["results"]) == len(ours["results"]) == 20
    for one, other in zip(naive["results"], ours["results"], strict=True):
        shared = one.keys() & other.keys() - {"owner", "skills"}
        assert len(shared) == 10
        assert {name: one[name] for name in shared} == {name: other[name] for name in shared}
        assert one["owner"]["name"] == other["owner"]["name"]
        assert sorted(skill["slug"] for skill in one["skills"]) == sorted(other["skills"])


def test_the_naive_view_is_no_part_of_the_board() -> None:
    with pytest.raises(Resolver404):
        resolve("/naive/projects/", "config.urls")


# --- Plans ------------------------------------------------------------------------------


def test_every_planned_request_is_answered(
    bench: APIClient, transactional_db: None, tmp_path: Path
) -> None:
    plans.main(60, tmp_path)
    planned = json.loads((tmp_path / "plans.json").read_text(encoding="utf-8"))
    assert planned.keys() == {name for name, _ in run.ROWS}
    for name, requests in planned.items():
        assert requests
        for wanted in requests[:20]:
            answer = bench.generic(
                wanted["method"],
                wanted["url"],
                wanted.get("data", ""),
                content_type="application/json",
                headers=wanted["headers"],
            )
            assert answer.status_code == (201 if name == "join" else 200), answer.content
            assert "errors" not in answer.json()
            assert name in {"detail", "join"} or "title" in str(answer.json()), name


def test_a_cold_request_finds_nothing_and_another_does() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(caches["pages"].get(EPOCH, "nothing"))

    through, make = cold.forget_first(view), RequestFactory()
    caches["pages"].set(EPOCH, "kept")
    assert through(make.get("/")).getvalue() == b"kept"
    assert through(make.get("/", headers={cold.HEADER: "1"})).getvalue() == b"nothing"


def test_a_site_uses_requests_to_join_once_and_marks_cold_ones() -> None:
    site = run.Site("http://127.0.0.1", {"join": [plans.post(f"/{n}", {}) for n in range(3)]})
    assert [one["url"] for one in site.plan("join", "warm", 2)["requests"]] == ["/0", "/1"]
    left = site.plan("join", "cold", 2)
    assert [one["url"] for one in left["requests"]] == ["/2"]
    assert left["once"]
    assert left["requests"][0]["headers"]["X-Bench-Cold"] == "1"
    site = run.Site("http://127.0.0.1", {"list": [plans.get("/")]})
    assert site.plan("list", "warm", 2) == {"requests": [plans.get("/")], "once": False}


# --- What it says -----------------------------------------------------------------------


def _samples(**medians: tuple[float, float]) -> dict[tuple[str, str], dict[int, run.Sample]]:
    rows = {"ours": run.CACHED, "naive": run.NAIVE, "detail": ("detail", "cold")}
    return {
        rows[name]: {
            size: run.Sample([median] * 10, median * 10 / 1000)
            for size, median in zip((1_000, 100_000), pair, strict=True)
        }
        for name, pair in medians.items()
    }


def test_the_table_has_a_line_for_each_request() -> None:
    assert run.report(_samples(ours=(2.0, 2.5), naive=(40.0, 50.0))).splitlines() == [
        "| request | cache | 1,000: req/s | p50 | p95 | p99"
        " | 100,000: req/s | p50 | p95 | p99 | p50 ratio |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| list | warm | 500 | 2.0 | 2.0 | 2.0 | 400 | 2.5 | 2.5 | 2.5 | 1.25 |",
        "| naive list |  | 25 | 40.0 | 40.0 | 40.0 | 20 | 50.0 | 50.0 | 50.0 | 1.25 |",
    ]


@pytest.mark.parametrize(
    ("medians", "kept"),
    [
        ({"ours": (2.0, 2.0), "naive": (40.0, 90.0), "detail": (3.0, 4.0)}, True),
        ({"ours": (10.0, 10.0), "naive": (40.0, 90.0), "detail": (3.0, 4.0)}, False),
        ({"ours": (2.0, 2.0), "naive": (40.0, 90.0), "detail": (3.0, 5.0)}, False),
        ({"detail": (3.0, 5.0)}, False),
        ({"detail": (3.0, 4.0)}, True),
        ({"naive": (3.0, 9.0)}, True),
    ],
)
def test_the_verdict(medians: dict[str, tuple[float, float]], kept: bool) -> None:
    text, found = run.verdict(_samples(**medians))
    assert found is kept
    if "ours" in medians:
        assert "Cached list over naive list" in text.splitlines()[0]


@pytest.mark.parametrize(("median", "status"), [(2.0, 0), (20.0, 1)])
def test_the_exit_status_is_the_verdict(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    median: float,
    status: int,
) -> None:
    @contextmanager
    def site(size: int, number: int) -> Iterator[run.Site]:
        yield run.Site(f"http://127.0.0.1/{size}", {})

    def measure(where: run.Site, name: str, cache: str, options: Namespace) -> run.Sample:
        time = 40.0 if name == "naive list" else median
        return run.Sample([time] * 10, time / 100)

    monkeypatch.setattr(run, "site", site)
    monkeypatch.setattr(run, "measure", measure)
    monkeypatch.setattr(sys, "argv", ["run.py"])
    monkeypatch.setenv("DATABASE_URL", "postgres://somewhere/board")
    monkeypatch.setenv("REDIS_URL", "redis://somewhere")
    assert run.main() == status
    printed = capsys.readouterr().out
    assert len([line for line in printed.splitlines() if line[0:2] == "| "]) == len(run.ROWS) + 2
    assert "load" in printed


def test_without_answers_there_is_no_verdict(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure_all(options: Namespace) -> run.Samples:
        raise run.Broken("list warm: no answer in time")

    monkeypatch.setattr(run, "measure_all", measure_all)
    monkeypatch.setattr(sys, "argv", ["run.py"])
    monkeypatch.setenv("DATABASE_URL", "postgres://somewhere/board")
    monkeypatch.setenv("REDIS_URL", "redis://somewhere")
    assert run.main() == 2
    assert "no answer in time" in capsys.readouterr().err


def test_it_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["run.py"])
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with pytest.raises(SystemExit) as stopped:
        run.main()
    assert stopped.value.code == 2
    assert "set DATABASE_URL" in capsys.readouterr().err


def test_it_gives_up_on_a_server_that_does_not_start() -> None:
    with pytest.raises(OSError):
        run.wait_for("http://127.0.0.1:1/", seconds=0.15)


# --- Real servers -----------------------------------------------------------------------


@pytest.mark.postgres
@pytest.mark.redis
def test_a_tiny_run_on_real_servers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    options = "--sizes 300 --seconds 1 --rounds 1 --users 2 --only".split()
    monkeypatch.setattr(sys, "argv", ["run.py", *options, "list", "naive list", "join"])
    assert run.main() in {0, 1}  # fast or not: a busy machine is no error
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("| ")]
    assert [line.split(" | ")[0] for line in lines[2:]] == [
        "| list",
        "| list",
        "| naive list",
        "| join",
        "| join",
    ]


def test_failing_requests_are_no_measurement(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    options = Namespace(users=1, seconds=1)
    nowhere = run.Site("http://127.0.0.1:1", {"list": [plans.get("/")]})
    with pytest.raises(run.Broken, match="list warm"):
        run.measure(nowhere, "list", "warm", options)
    monkeypatch.setattr(run, "BOARD", tmp_path)  # where no users.py is
    with pytest.raises(run.Broken, match="Locust failed"):
        run.measure(nowhere, "list", "warm", options)


@pytest.mark.postgres
@pytest.mark.parametrize("word", ["kaleidoscope", "KALEIDO"])
def test_a_search_for_a_rare_word_uses_the_index(db: None, word: str) -> None:
    owner = make_person()
    Project.objects.bulk_create(
        Project(slug=f"p{n}", title=f"Bus times {n}", pitch="For our street. " * 9, owner=owner)
        for n in range(20_000)
    )
    make_project(owner=owner, pitch="A kaleidoscope of maps.")
    with connection.cursor() as cursor:
        # What autovacuum does in time: move new rows from the index's waiting list into it.
        cursor.execute("SELECT gin_clean_pending_list('project_search')")
        cursor.execute("ANALYZE projects_project")
    found: Any = project_list(AnonymousUser(), search=word)[:21]
    plan = found.explain()
    assert "Bitmap Index Scan on project_search" in plan, plan
    assert "Seq Scan on projects_project" not in plan, plan
    assert len(found) == 1
