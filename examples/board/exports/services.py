"""Exports: asked for by a person, built part by part by a worker, opened by that person.

Who may: the team, asked again at each step, so that leaving the team ends it. What it
holds is what its person may read on the board: the names of people, never an e-mail
address; requests to join and their messages only where that person decides them.

The files lie in Django's default storage, which web processes and workers share. It must
not be served by address: `open_export` is the one way in.
"""

import logging
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage as storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from exports import formats
from exports.formats import Row
from exports.models import Export
from notifications import outbox
from people.models import Person
from projects import rules
from projects.errors import Conflict, Invalid, NotAllowed, NotFound
from projects.models import JoinRequest, Membership, Post, Project

logger = logging.getLogger(__name__)

FOLDER = "exports"
ROWS = 500  # in one part: what stands in memory, and what a crash costs
KEEP = timedelta(days=7)
GIVE_UP = timedelta(days=1)


@transaction.atomic
def request_export(*, person: Person, project: Project, format: str) -> Export:
    """Ask for a copy of a project's history; while one is being made, return that one.

    Args:
        person: Who asks.
        project: Whose history.
        format: `csv` or `json`.

    Raises:
        NotFound: The project is a draft of others.
        NotAllowed: The person is not in the team or may not write.
        Invalid: There is no such format.
    """
    if not rules.can_see(person, project):
        raise NotFound("There is no such project.")
    if not rules.can_write(person):
        raise NotAllowed("Verify your e-mail address first.", code="not_verified")
    if not rules.can_export(person, project):
        raise NotAllowed("Only the team may export a project.")
    if format not in Export.Format.values:
        raise Invalid("Ask for csv or json.", field="format")
    export, created = Export.objects.get_or_create(
        project=project,
        requested_by=person,
        format=format,
        finished_at=None,
        defaults={"with_requests": rules.can_edit(person, project)},
    )
    if created:
        outbox.put(
            kind="export_requested", payload={"export": str(export.pk)}, key=f"export:{export.pk}"
        )
    return export


def export_status(*, person: Person, export_id: UUID) -> Export:
    """Return an export, with `status`, `done` and `total`.

    Raises:
        NotFound: There is none, it is somebody else's, or the person may no longer read
            what is in it.
    """
    exports = Export.objects.select_related("project").filter(requested_by=person.pk)
    export = exports.filter(pk=export_id).first()
    if export is None or not _may_have(person, export):
        raise NotFound("There is no such export.")
    return export


def open_export(*, person: Person, export_id: UUID) -> "File[bytes]":
    """Return the file of an export, open for reading bytes.

    Raises:
        NotFound: As for `export_status`.
        Conflict: It is not done (`not_ready`).
    """
    export = export_status(person=person, export_id=export_id)
    if export.status != Export.Status.DONE:
        raise Conflict("The export is not ready.", code="not_ready")
    file: File[bytes] = export.file.open("rb")
    return file


def _may_have(person: Person, export: Export) -> bool:
    """Whether the person may still read all that is in an export of theirs."""
    project = export.project
    return rules.can_export(person, project) and (
        not export.with_requests or rules.can_edit(person, project)
    )


# --8<-- [start:build]
def build(export_id: UUID | str) -> None:
    """Make the file of an export, or go on with it where another run stopped."""
    while _add_part(export_id):
        pass
    export = Export.objects.select_related("project").filter(pk=export_id, finished_at=None).first()
    if export is None:  # done by another run, failed, or deleted with its project
        return
    name = _join_parts(export)
    if _end(export_id, status=Export.Status.DONE, file=name):
        _delete_parts(export)
    else:
        storage.delete(name)


@transaction.atomic
def _add_part(export_id: UUID | str) -> bool:
    """Write the next part and note it; return False when there is nothing left to write.

    The lock makes two runs take turns. A run that dies in here leaves a file that nobody
    has noted, and the next run writes it again.
    """
    export = (
        Export.objects.select_for_update(of=("self",))
        .select_related("project", "requested_by")
        .filter(pk=export_id, finished_at=None)
        .first()
    )
    if export is None:
        return False
    if not _may_have(export.requested_by, export):
        _end(export_id, status=Export.Status.FAILED, error="not_allowed")
        return False
    sections = _sections(export)
    if export.status == Export.Status.WAITING:
        export.status = Export.Status.RUNNING
        export.total = sum(section.rows.count() for section in sections)
    if export.section == len(sections):
        return False
    section = sections[export.section]
    found = list(section.rows.filter(pk__gt=export.last_id).order_by("pk")[:ROWS])
    text = formats.lines(export, [section.row(item) for item in found], first=export.done == 0)
    storage.delete(_part(export, export.parts))
    storage.save(_part(export, export.parts), ContentFile(text.encode()))
    export.parts += 1
    export.done += len(found)
    export.total = max(export.total, export.done)
    if len(found) < ROWS:
        export.section, export.last_id = export.section + 1, 0
    else:
        export.last_id = found[-1].pk
    export.save()
    return True


# --8<-- [end:build]


class _Section(NamedTuple):
    """Rows of one type, and how one becomes a line of the file."""

    rows: QuerySet[Any]
    row: Callable[[Any], Row]


def _sections(export: Export) -> list[_Section]:
    """Return what the person may read, as it was when they asked."""
    project, until = export.project, export.created_at
    members = project.memberships.filter(joined_at__lte=until).select_related("person")
    requests = project.join_requests.filter(created_at__lte=until).select_related("person")
    posts = project.posts.filter(created_at__lte=until).select_related("author")
    sections = [_Section(members, _member), _Section(posts, _post)]
    if export.with_requests:
        sections.append(_Section(requests, _request))
    return sections


def _row(kind: str, pk: int, at: datetime, person: Person, state: str, **more: Any) -> Row:
    row = Row(
        type=kind,
        id=pk,
        at=at.isoformat(),
        person=person.name,
        state=state,
        title="",
        text="",
        solves=None,
    )
    row.update(more)  # type: ignore[typeddict-item]
    return row


def _member(item: Membership) -> Row:
    return _row("member", item.pk, item.joined_at, item.person, item.role)


def _request(item: JoinRequest) -> Row:
    return _row("request", item.pk, item.created_at, item.person, item.status, text=item.message)


def _post(item: Post) -> Row:
    return _row(
        "post",
        item.pk,
        item.created_at,
        item.author,
        item.kind,
        title=item.title,
        text=item.body,
        solves=item.solves_id,
    )


def _part(export: Export, number: int) -> str:
    return f"{FOLDER}/{export.pk}/{number:05}.part"


def _join_parts(export: Export) -> str:
    """Write the parts into one file, through the disk, and return its name in the storage."""
    with tempfile.TemporaryFile() as whole:
        whole.write(formats.opening(export).encode())
        for number in range(export.parts):
            with storage.open(_part(export, number)) as part:
                shutil.copyfileobj(part, whole)
        whole.write(formats.closing(export).encode())
        whole.seek(0)
        return storage.save(f"{FOLDER}/{export.pk}/history.{export.format}", File(whole))


def _delete_parts(export: Export) -> None:
    for number in range(export.parts):
        storage.delete(_part(export, number))


def fail(export_id: UUID | str) -> None:
    """Note that an export will not be finished."""
    _end(export_id, status=Export.Status.FAILED, error="failed")


def _end(export_id: UUID | str, **changes: Any) -> bool:
    """End an export that has not ended; return whether this call did it."""
    unfinished = Export.objects.filter(pk=export_id, finished_at=None)
    return bool(unfinished.update(finished_at=timezone.now(), **changes))


def clean_up() -> int:
    """Delete old exports and the files that no export owns; return how many folders went."""
    now = timezone.now()
    Export.objects.filter(created_at__lt=now - KEEP).delete()
    stuck = Export.objects.filter(created_at__lt=now - GIVE_UP, finished_at=None)
    stuck.update(status=Export.Status.FAILED, error="stalled", finished_at=now)
    # The folders first, then the rows: a folder is younger than its row.
    folders = storage.listdir(FOLDER)[0] if storage.exists(FOLDER) else []
    owned = {str(pk) for pk in Export.objects.values_list("pk", flat=True)}
    orphans = [folder for folder in folders if folder not in owned]
    for folder in orphans:
        for name in storage.listdir(f"{FOLDER}/{folder}")[1]:
            storage.delete(f"{FOLDER}/{folder}/{name}")
        storage.delete(f"{FOLDER}/{folder}")
    return len(orphans)
