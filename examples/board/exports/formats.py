"""How the history of a project is written: CSV for tables, JSON for programs."""

import csv
import io
import json
import re
from collections.abc import Sequence
from typing import TypedDict

from exports.models import Export


class Row(TypedDict):
    """One thing that happened; every kind has the same columns."""

    type: str  # member, request or post
    id: int
    at: str
    person: str
    state: str  # a member's role, a request's status, a post's kind
    title: str
    text: str
    solves: int | None  # the blocker that a solution solves


COLUMNS = tuple(Row.__annotations__)

# A spreadsheet runs a cell that begins like this as a formula, and people open exports
# in spreadsheets. Some look past leading spaces, some take full-width characters too.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def opening(export: Export) -> str:
    """Return what stands before the first row."""
    if export.format == Export.Format.CSV:
        return _csv_line(COLUMNS)
    facts = {"project": export.project.slug, "until": export.created_at.isoformat()}
    return json.dumps(facts)[:-1] + ', "history": [\n'


def lines(export: Export, rows: Sequence[Row], *, first: bool) -> str:
    """Return rows as they stand in the file; `first` means that no row came before."""
    if export.format == Export.Format.CSV:
        return "".join(_csv_line([_cell(row[name]) for name in COLUMNS]) for row in rows)  # type: ignore[literal-required]
    text = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return text if first or not text else ",\n" + text


def closing(export: Export) -> str:
    """Return what stands after the last row."""
    return "" if export.format == Export.Format.CSV else "\n]}\n"


def _csv_line(cells: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cell(value: object) -> object:
    """Return a cell that no spreadsheet runs: an apostrophe makes it text."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
