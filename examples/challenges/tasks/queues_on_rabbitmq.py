# needs: rabbitmq, subprocess, files, posix
# time-limit: 120
"""Five exports, then one mail: how many exports are done before the mail goes out?"""

import os
import subprocess
import sys
import time
from pathlib import Path

from celery import Celery

app = Celery("press", broker=os.environ["BROKER_URL"])
app.conf.update(task_ignore_result=True, broker_connection_retry_on_startup=True)
DONE = Path("done.txt")


@app.task(name="export")
def export() -> None:
    time.sleep(1)
    with DONE.open("a") as file:
        file.write("export\n")


@app.task(name="mail")
def mail() -> None:
    with DONE.open("a") as file:
        file.write("mail\n")


def exports_before_the_mail(queue_of_exports: str) -> int:
    """Let one worker serve each queue, one task at a time, and see what comes first."""
    DONE.write_text("")
    celery = [sys.executable, "-m", "celery", "-A", Path(__file__).stem, "worker", "-c", "1"]
    workers = [
        subprocess.Popen(
            [*celery, "-Q", queue, "-n", f"{queue}@localhost"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for queue in sorted({"mails", queue_of_exports})
    ]
    try:
        while len(app.control.ping(timeout=1)) < len(workers):
            time.sleep(0.1)
        for _ in range(5):
            export.apply_async(queue=queue_of_exports)
        mail.apply_async(queue="mails")
        while len(done := DONE.read_text().split()) < 6:
            time.sleep(0.1)
    finally:
        for worker in workers:
            worker.terminate()
            worker.wait()
    return done.index("mail")


if __name__ == "__main__":
    print("exports in the queue of the mails:", exports_before_the_mail("mails"))
    print("exports in a queue of their own:  ", exports_before_the_mail("exports"))
