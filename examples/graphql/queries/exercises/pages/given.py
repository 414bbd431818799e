import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    created: str
    id: int


@dataclass(frozen=True)
class Page:
    rows: list[Row]
    end_cursor: str | None
    has_next_page: bool


def encode(row: Row) -> str:
    return urlsafe_b64encode(json.dumps([row.created, row.id]).encode()).decode()


def decode(cursor: str) -> tuple[str, int]:
    created, id_ = json.loads(urlsafe_b64decode(cursor))
    return created, id_
