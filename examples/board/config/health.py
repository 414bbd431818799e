"""Two questions that a platform asks: is the process alive, and can it serve?

`/healthz` touches nothing else: a failing database is no reason to restart the web
process. `/readyz` asks each dependency; while one that is needed fails, a load balancer
sends no requests here. Answers name the part and its state and never the reason, which
could carry a host name or a user name; what failed where goes to the log.
"""

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


def check_database() -> None:
    """Run the smallest query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def check_cache() -> None:
    """Write a value and read it back; what answers while Redis is away holds nothing."""
    if settings.CACHES["pages"]["BACKEND"].endswith("DummyCache"):
        return  # no cache is wanted
    pages = caches["pages"]
    pages.set("readyz", 1, timeout=5)
    if pages.get("readyz") != 1:
        raise RuntimeError("The cache lost a value.")


def check_broker() -> None:
    """Open a connection to the broker; tasks that run in process need none."""
    if settings.CELERY_TASK_ALWAYS_EAGER:
        return
    from config.celery import app  # Celery connects: not before somebody asks.

    with app.connection_for_write(connect_timeout=2) as broker:
        broker.ensure_connection(max_retries=1, interval_start=0)


# The board stays right without its cache and its broker, only slower: reads go to the
# database and messages wait in the outbox. So only the database decides.
CHECKS: dict[str, tuple[Callable[[], None], bool]] = {
    "database": (check_database, True),
    "cache": (check_cache, False),
    "broker": (check_broker, False),
}


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Say that the process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Say how each dependency does: 200 when requests can be served, else 503."""
    states, ready = {}, True
    for name, (check, needed) in CHECKS.items():
        try:
            check()
            states[name] = "ok"
        except Exception:  # whatever a client library raises, the answer is the same
            logger.exception("Dependency does not answer", extra={"dependency": name})
            states[name] = "unavailable"
            ready = ready and not needed
    return JsonResponse(
        {"status": "ok" if ready else "unavailable", "dependencies": states},
        status=200 if ready else 503,
    )
