# needs: board, network
import logging
import os

os.environ["CACHE_URL"] = "redis://127.0.0.1:1/1"  # nobody listens there

import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


class Told(logging.Handler):
    """Prints the beginning of each message."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print it without the reason, which differs between systems."""
        print("log:", record.getMessage().partition(": Error")[0])


log = logging.getLogger("config.caches")
log.addHandler(Told())
log.propagate = False
log.setLevel("WARNING")
logging.getLogger("config.health").disabled = True

client = Client(SERVER_NAME="localhost")
for _ in range(3):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/api/v2/stats/")
    print(answer.status_code, answer.json()["projects"], "projects,", len(queries), "queries")

ready = client.get("/readyz")
print(ready.status_code, ready.json()["dependencies"])
