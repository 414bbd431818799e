"""Sends 100 requests to one way and counts what came of them."""

import mysite

mysite.start()

import logging
from collections import Counter
from collections.abc import Callable
from importlib import import_module

from django.apps import apps
from django.test import Client

from crew import broker, mailserver
from crew.models import JoinRequest, Mail

N = 100
logging.disable()  # a hundred expected tracebacks
HEAD = "         answered  error 500  waited   saved  told once   lost  doubled  about nothing"


def reset() -> None:
    for model in apps.get_models():
        for name in ("default", "outside"):
            model.objects.using(name).all().delete()


def outcome(way: str, work: Callable[[], None] = broker.work) -> dict[str, int]:
    """Return the counts for one way, when `work` has done all that waits."""
    reset()
    client = Client(raise_request_exception=False)
    readers: list[int] = []
    waiting = mailserver.waiting.set(readers)
    statuses = [client.post(f"/join/{way}/{number}/").status_code for number in range(N)]
    mailserver.waiting.reset(waiting)
    work()
    if relay := getattr(import_module(f"ways.{way}"), "relay", None):
        for _ in range(N):  # as a schedule would
            relay()
        work()
    saved = set(JoinRequest.objects.values_list("number", flat=True))
    mails = Counter(Mail.objects.using("outside").values_list("number", flat=True))
    return {
        "answered": sum(status < 500 for status in statuses),
        "error 500": statuses.count(500),
        "waited": len(readers),
        "saved": len(saved),
        "told once": sum(mails[number] == 1 for number in saved),
        "lost": len(saved - mails.keys()),
        "doubled": sum(mails[number] > 1 for number in saved),
        "about nothing": len(mails.keys() - saved),
    }


def line(way: str, counts: dict[str, int]) -> str:
    widths = (9, 10, 7, 7, 10, 6, 8, 14)
    values = zip(counts.values(), widths, strict=True)
    return f"{way:8}" + " ".join(f"{value:{width}}" for value, width in values)
