"""Logs: one JSON object a line in production, plain text in development.

Whoever logs gives facts as `extra={...}`. Only the names in `FIELDS` are written, so a
password or an address that lands in a record by accident does not land in the log.
"""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

request_id: ContextVar[str] = ContextVar("request_id", default="-")

FIELDS = frozenset("method route status duration_ms dependency kind key attempt count".split())


class RequestIdFilter(logging.Filter):
    """Puts the id of the current request on every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add the id; keep the record."""
        record.request_id = request_id.get()
        return True


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON, which log systems can search by field."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": getattr(record, "request_id", "-"),
        }
        line |= {name: value for name, value in vars(record).items() if name in FIELDS}
        if record.exc_info and (error := record.exc_info[1]):
            # Not its message: that of a failed INSERT, for one, repeats the values.
            line["exception"] = type(error).__name__
            frames = traceback.extract_tb(error.__traceback__)
            line["stack"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, default=str)


def configure(*, level: str, as_json: bool) -> dict[str, object]:
    """Return the value of Django's `LOGGING` setting."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": RequestIdFilter}},
        "formatters": {
            "json": {"()": JsonFormatter},
            "plain": {"format": "%(levelname)s %(name)s [%(request_id)s] %(message)s"},
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "filters": ["request_id"],
                "formatter": "json" if as_json else "plain",
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django's own handlers would write each line again, and mail some.
            "django": {"handlers": [], "level": level, "propagate": True},
            # A line for each 404: the middleware has written it, with the route for a path.
            "django.request": {"level": "ERROR"},
            # At DEBUG it writes every query with its values.
            "django.db.backends": {"level": "INFO"},
        },
    }
