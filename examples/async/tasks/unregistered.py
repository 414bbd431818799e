# needs: threads
import logging

from celery import Celery
from celery.contrib.testing.worker import start_worker
from celery.signals import setup_logging

app = Celery("mails", broker="memory://", backend="cache+memory://")


class FirstLine(logging.Handler):
    """Prints how each error begins."""

    def emit(self, record: logging.LogRecord) -> None:
        print(record.getMessage().splitlines()[0])


@setup_logging.connect
def log_errors(**_: object) -> None:
    logging.getLogger("celery.worker").addHandler(FirstLine(logging.ERROR))


@app.task(name="mails.tasks.welcome")
def welcome(person: int) -> str:
    return f"mail to person {person}"


with start_worker(app, perform_ping_check=False):
    app.send_task("tasks.welcome", [7])  # the same function, imported by another name
    print(app.send_task("mails.tasks.welcome", [7]).get(timeout=10))
