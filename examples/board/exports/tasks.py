"""The tasks of the exports app: each calls one service."""

from typing import Any

from celery import shared_task

from config.celery import BoardTask
from exports import services


class BuildTask(BoardTask):
    """Tells the person when an export has failed for good."""

    def on_failure(
        self, exc: Exception, task_id: str, args: Any, kwargs: dict[str, Any], einfo: Any
    ) -> None:
        """Note it: Celery calls this after the last attempt."""
        services.fail(kwargs["payload"]["export"])


@shared_task(base=BuildTask, soft_time_limit=600, time_limit=660)
def build(*, kind: str, payload: dict[str, Any], key: str) -> None:
    """Make the file of an export; after a time limit, the next attempt goes on."""
    services.build(payload["export"])


@shared_task(ignore_result=False, soft_time_limit=540, time_limit=600)
def clean_up() -> int:
    """Delete old exports and their files; the result is how many folders went."""
    return services.clean_up()
