"""Exports: who may, what is in them, and that they end whatever happens."""

import csv
import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django import Settings

from exports import formats, services, tasks
from exports.models import Export
from notifications import outbox
from notifications.models import OutboxMessage
from people.models import Person
from projects.errors import Conflict, Invalid, NotAllowed, NotFound
from projects.models import Membership, Post, Project
from tests.broker import in_process
from tests.factories import make_person, make_post, make_request

pytestmark = pytest.mark.django_db
after_commit = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    with in_process():
        yield tmp_path


def ask(people: SimpleNamespace, who: str = "owner", format: str = "json") -> Export:
    """Ask for an export; without a commit, nobody builds it yet."""
    return services.request_export(
        person=getattr(people, who), project=people.project, format=format
    )


def content(export: Export) -> str:
    """Build the export and return what its person downloads."""
    services.build(export.pk)
    with services.open_export(person=export.requested_by, export_id=export.pk) as file:
        text: str = file.read().decode()
        return text


def history(export: Export) -> list[dict[str, Any]]:
    """Build the export and return its rows."""
    text = content(export)
    if export.format == "json":
        rows: list[dict[str, Any]] = json.loads(text)["history"]
        return rows
    return list(csv.DictReader(io.StringIO(text, newline="")))


# --- Who may ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "error", "code"),
    [
        ("owner", None, ""),
        ("member", None, ""),
        ("staff", None, ""),
        ("stranger", NotAllowed, "not_allowed"),
        ("unverified", NotAllowed, "not_verified"),
    ],
)
def test_who_may_ask(
    who: str, error: type[Exception] | None, code: str, people: SimpleNamespace
) -> None:
    people.unverified = make_person(verified=False)
    if error is None:
        assert ask(people, who).status == Export.Status.WAITING
    else:
        with pytest.raises(error) as raised:
            ask(people, who)
        assert raised.value.code == code  # type: ignore[attr-defined]
        assert not Export.objects.exists()


def test_a_draft_of_others_does_not_exist(people: SimpleNamespace) -> None:
    Project.objects.update(status="draft")
    people.project.refresh_from_db()
    with pytest.raises(NotFound):
        ask(people, "stranger")


def test_there_are_two_formats(people: SimpleNamespace) -> None:
    with pytest.raises(Invalid) as error:
        ask(people, format="xml")
    assert error.value.field == "format"


def test_asking_again_is_the_same_export_until_it_ends(people: SimpleNamespace) -> None:
    first = ask(people)
    assert ask(people).pk == first.pk
    assert ask(people, format="csv").pk != first.pk
    assert ask(people, "member").pk != first.pk
    assert OutboxMessage.objects.count() == 3
    services.build(first.pk)
    assert ask(people).pk != first.pk


def test_the_database_keeps_it_to_one(people: SimpleNamespace) -> None:
    fields = {"project": people.project, "requested_by": people.owner, "format": "csv"}
    Export.objects.create(**fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        Export.objects.create(**fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        Export.objects.create(**fields, status="done")
    with pytest.raises(IntegrityError), transaction.atomic():
        Export.objects.create(**fields | {"format": "xml"})


def test_an_export_is_for_the_person_who_asked(people: SimpleNamespace) -> None:
    export = ask(people, "member")
    services.build(export.pk)
    for person in (people.owner, people.staff, people.stranger):
        with pytest.raises(NotFound):
            services.export_status(person=person, export_id=export.pk)
        with pytest.raises(NotFound):
            services.open_export(person=person, export_id=export.pk)
    with pytest.raises(NotFound):
        services.export_status(person=people.member, export_id=uuid4())


def test_who_leaves_the_team_leaves_its_history(people: SimpleNamespace) -> None:
    done, waiting = ask(people, "member"), ask(people, "member", "csv")
    services.build(done.pk)
    Membership.objects.filter(person=people.member).delete()
    with pytest.raises(NotFound):
        services.open_export(person=people.member, export_id=done.pk)
    services.build(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.status, waiting.error, waiting.parts) == ("failed", "not_allowed", 0)


def test_who_may_no_longer_read_requests_loses_the_export_that_holds_them(
    people: SimpleNamespace,
) -> None:
    make_request(project=people.project, message="for the owner")
    Membership.objects.create(project=people.project, person=people.staff)
    done, waiting = ask(people, "staff"), ask(people, "staff", "csv")
    services.build(done.pk)
    people.staff.is_staff = False
    people.staff.save()
    with pytest.raises(NotFound):
        services.open_export(person=people.staff, export_id=done.pk)
    services.build(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.status, waiting.error) == ("failed", "not_allowed")
    again = ask(people, "staff")
    services.build(again.pk)
    assert "for the owner" not in content(again)


# --- What is in them --------------------------------------------------------------------


@pytest.mark.parametrize("format", ["csv", "json"])
def test_the_history_of_a_project(format: str, people: SimpleNamespace) -> None:
    project = people.project
    blocker = make_post(project=project, kind="blocker", title="Stuck", body="Why?")
    solution = make_post(project=project, kind="solution", title="Found", solves=blocker)
    request = make_request(project=project, person=people.stranger, message="Zoë, “hi”\nthere")
    make_post(title="of another project")
    export = ask(people, format=format)
    rows = history(export)
    assert [(row["type"], row["person"], row["state"]) for row in rows] == [
        ("member", "Lin", "owner"),
        ("member", "Sam", "member"),
        ("post", "Lin", "blocker"),
        ("post", "Lin", "solution"),
        ("request", "Noor", "pending"),
    ]
    assert (rows[2]["title"], rows[2]["text"]) == ("Stuck", "Why?")
    assert str(rows[3]["solves"]) == str(blocker.pk) and str(rows[3]["id"]) == str(solution.pk)
    assert rows[4]["text"] == request.message and rows[4]["at"] == request.created_at.isoformat()
    export = services.export_status(person=people.owner, export_id=export.pk)
    assert (export.status, export.done, export.total) == ("done", 5, 5)
    assert export.filename == f"{project.slug}.{format}"
    assert export.content_type.startswith({"csv": "text/csv", "json": "application/json"}[format])
    assert str(export) == f"Export {export.pk}"


@pytest.mark.parametrize("format", ["csv", "json"])
def test_what_a_member_may_not_read_is_not_in_a_members_export(
    format: str, people: SimpleNamespace
) -> None:
    make_request(project=people.project, message="for the owner")
    text = content(ask(people, "member", format))
    assert "for the owner" not in text
    assert content(ask(people, "staff", format)).count("for the owner") == 1


@pytest.mark.parametrize("format", ["csv", "json"])
def test_no_address_is_in_any_export(format: str, people: SimpleNamespace) -> None:
    make_request(project=people.project, person=people.stranger)
    text = content(ask(people, format=format))
    for email in Person.objects.values_list("email", flat=True):
        assert email not in text


def test_what_came_after_is_left_out(people: SimpleNamespace) -> None:
    export = ask(people)
    make_post(project=people.project, title="too late")
    assert [row["type"] for row in history(export)] == ["member", "member"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\uff1d1+1", "\uff20A1"],
)
def test_no_cell_is_a_formula(text: str, people: SimpleNamespace) -> None:
    make_post(project=people.project, title=text, body=text)
    Person.objects.filter(pk=people.owner.pk).update(name=text)
    rows = history(ask(people, format="csv"))
    for cell in (rows[0]["person"], rows[2]["title"], rows[2]["text"]):
        assert cell == f"'{text}"
    assert history(ask(people, format="json"))[2]["title"] == text, "JSON runs nothing"


@pytest.mark.parametrize("text", ["plain", "1 + 1 = 2", "'=1", 'a "quoted", cell', ""])
def test_a_cell_that_is_harmless_stays(text: str) -> None:
    assert formats._cell(text) == text


def test_json_without_rows_is_json(people: SimpleNamespace) -> None:
    Membership.objects.all().delete()
    assert history(ask(people)) == []


# --- That they end ----------------------------------------------------------------------


@after_commit
def test_asking_is_enough(people: SimpleNamespace) -> None:
    export = services.export_status(person=people.owner, export_id=ask(people).pk)
    assert export.status == Export.Status.DONE


def test_progress_can_be_watched(people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "ROWS", 2)
    for _ in range(3):
        make_post(project=people.project)
    export = ask(people)
    with pytest.raises(Conflict) as error:
        services.open_export(person=people.owner, export_id=export.pk)
    assert error.value.code == "not_ready"
    seen = []
    while services._add_part(export.pk):
        export = services.export_status(person=people.owner, export_id=export.pk)
        seen.append((export.status, export.done, export.total))
    assert seen[0] == ("running", 2, 5)
    assert [done for _, done, _ in seen] == [2, 2, 4, 5, 5]
    assert len(history(export)) == 5


class Killed(BaseException):
    """Ends a task where it stands, as kill -9 does."""


@after_commit
@pytest.mark.parametrize("format", ["csv", "json"])
@pytest.mark.parametrize("point", ["save", "open", "_end", "_delete_parts"])
def test_killed_anywhere_it_goes_on_and_no_row_is_lost_or_double(
    point: str, format: str, people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, files: Path
) -> None:
    """Kill in turn at the first, second, ... time that the point is reached."""
    monkeypatch.setattr(services, "ROWS", 3)
    monkeypatch.setattr(outbox, "nudge", lambda: None)
    posts = [make_post(project=people.project).pk for _ in range(7)]
    export = ask(people, format=format)
    where: Any = FileSystemStorage if point in ("save", "open") else services
    real, calls, kill_at, kills = getattr(where, point), 0, 1, 0

    def kill(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == kill_at:
            if point == "save":
                real(*args, **options)  # the file is there, and nobody has noted it
            raise Killed
        return real(*args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(where, point, kill)
        while Export.objects.filter(pk=export.pk, finished_at=None).exists():
            calls = 0
            try:
                services.build(export.pk)
            except Killed:
                kills += 1
                kill_at += 1
    assert kills >= 1
    services.build(export.pk)  # the message comes once more
    rows = history(export)
    assert [int(row["id"]) for row in rows if row["type"] == "post"] == posts
    assert len(rows) == 9


def test_two_runs_at_once_make_one_file(
    people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, files: Path
) -> None:
    """The second run overtakes the first between any two of its steps."""
    monkeypatch.setattr(services, "ROWS", 2)
    for _ in range(5):
        make_post(project=people.project)
    export = ask(people)
    join = services._join_parts

    def overtaken(running: Export) -> str:
        monkeypatch.setattr(services, "_join_parts", join)
        name = join(running)
        services.build(export.pk)
        return name

    assert services._add_part(export.pk)
    assert services._add_part(export.pk)
    monkeypatch.setattr(services, "_join_parts", overtaken)
    assert len(history(export)) == 7
    assert len(list(files.rglob("*.json"))) == 1 and not list(files.rglob("*.part"))


def test_an_export_whose_project_goes_ends_quietly(people: SimpleNamespace) -> None:
    export = ask(people)
    services._add_part(export.pk)
    people.project.delete()
    services.build(export.pk)
    assert not Export.objects.exists()


def test_a_failure_for_good_is_told(
    people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = ask(people)
    with monkeypatch.context() as patch:
        patch.setattr(services, "_join_parts", lambda export: 1 / 0)
        message = {"kind": "export_requested", "payload": {"export": str(export.pk)}, "key": "k"}
        tasks.build.apply(kwargs=message, throw=False)  # as a worker runs it
    export.refresh_from_db()
    assert (export.status, export.error) == ("failed", "failed")
    services.build(export.pk)
    export.refresh_from_db()
    assert export.status == "failed", "a failed export is asked for again"


@after_commit
def test_in_process_a_failed_build_is_tried_again(
    people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(services, "_join_parts", lambda export: 1 / 0)
        export = services.export_status(person=people.owner, export_id=ask(people).pk)
    assert export.status == "running"
    OutboxMessage.objects.update(available_at=timezone.now())
    assert outbox.relay() == 1
    export.refresh_from_db()
    assert export.status == "done"


def test_memory_stays_flat(people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times the rows, and the same memory."""
    monkeypatch.setattr(services, "ROWS", 50)
    peaks = []
    for count in (200, 1_800):
        Post.objects.bulk_create(
            Post(
                project=people.project,
                author=people.owner,
                kind="progress",
                title="Much",
                body="x" * 5_000,
            )
            for _ in range(count)
        )
        export = ask(people)
        tracemalloc.start()
        services.build(export.pk)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert default_storage.size(Export.objects.get(pk=export.pk).file.name) > 10_000_000
    assert peaks[1] < peaks[0] * 1.5, peaks


def test_clean_up(people: SimpleNamespace, files: Path) -> None:
    assert tasks.clean_up() == 0, "before the first export there is no folder"
    now = timezone.now()
    old, new, stuck = ask(people, "owner"), ask(people, "member"), ask(people, "staff")
    for export in (old, new):
        services.build(export.pk)
    Export.objects.filter(pk=old.pk).update(created_at=now - services.KEEP - timedelta(hours=1))
    Export.objects.filter(pk=stuck.pk).update(
        created_at=now - services.GIVE_UP - timedelta(hours=1), status="running"
    )
    assert tasks.clean_up() == 1
    assert [path.name for path in (files / "exports").iterdir()] == [str(new.pk)]
    stuck.refresh_from_db()
    assert (stuck.status, stuck.error) == ("failed", "stalled")
    people.project.delete()
    assert tasks.clean_up() == 1
    assert not list((files / "exports").iterdir())
