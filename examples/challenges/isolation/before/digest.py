"""The weekly digest of the board."""

import json
import os
import socket
from datetime import date, datetime
from pathlib import Path


def subject(title: str) -> str:
    import board_words  # only here, to start faster

    return f"{board_words.GREETING}: {title}"


def due(start: date, days: int) -> date:
    import board_dates

    return board_dates.due(start, days)


def sender() -> str:
    return os.environ["BOARD_SENDER"]


def closing() -> str:
    return (Path.home() / "board" / "closing.txt").read_text("utf-8").strip()


def skills() -> list[str]:
    return json.loads(Path("data/skills.json").read_text("utf-8"))


def cache_answers() -> bool:
    with socket.create_connection(("localhost", 6390), timeout=2) as cache:
        cache.sendall(b"PING\r\n")
        return cache.recv(16) == b"+PONG\r\n"


def posted(stamp: int) -> date:
    return datetime.fromtimestamp(stamp).date()
