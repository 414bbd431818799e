"""The weekly digest of the board."""

import json
import socket
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import board_dates
import board_words

import settings

HERE = Path(__file__).parent
SETTINGS = settings.read()
ZONE = ZoneInfo("Africa/Nairobi")  # a rule of the digest: the same on every machine


def subject(title: str) -> str:
    return f"{board_words.GREETING}: {title}"


def due(start: date, days: int) -> date:
    return board_dates.due(start, days)


def sender() -> str:
    return SETTINGS.sender


def closing() -> str:
    return (HERE / "closing.txt").read_text("utf-8").strip()


def skills() -> list[str]:
    return json.loads((HERE / "skills.json").read_text("utf-8"))


def cache_answers() -> bool:
    with socket.create_connection(SETTINGS.cache, timeout=2) as cache:
        cache.sendall(b"PING\r\n")
        return cache.recv(16) == b"+PONG\r\n"


def posted(stamp: int) -> date:
    return datetime.fromtimestamp(stamp, ZONE).date()
