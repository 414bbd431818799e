# needs: redis, subprocess
# time-limit: 60
import os
import time

from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded

import workers

url = os.environ["REDIS_URL"]
app = Celery("exports", broker=url, backend=url)
app.conf.task_default_queue = f"exports-{workers.RUN}"


@app.task(name="tidy", soft_time_limit=1)
def tidy() -> str:
    try:
        time.sleep(60)
    except SoftTimeLimitExceeded:
        return "stopped at a good place"
    return "done"


@app.task(name="plain", soft_time_limit=1)
def plain() -> None:
    time.sleep(60)


@app.task(name="deaf", soft_time_limit=1, time_limit=2)
def deaf() -> None:
    while True:
        try:
            time.sleep(60)
        except Exception:
            print("nothing can stop me")  # SoftTimeLimitExceeded is an Exception


if __name__ == "__main__":
    results = [task.delay() for task in (tidy, plain, deaf)]
    workers.start_worker("limits", url)
    for result in results:
        print(f"{result.get(propagate=False, timeout=40)!r:32} {result.state}")
