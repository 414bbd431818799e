import time

from celery import Celery, Task

app = Celery("board", broker="memory://")
app.conf.task_always_eager = True


@app.task
def fail() -> None:
    raise ConnectionError("the mail server is away")


@app.task(soft_time_limit=1)
def slow() -> str:
    time.sleep(1.1)
    return "ran to its end, and the caller waited"


@app.task(bind=True, max_retries=3, default_retry_delay=600)
def impatient(self: Task) -> str:
    if self.request.retries < 3:
        raise self.retry()
    return f"{self.request.retries} retries of ten minutes each, and no time has passed"


print("the caller sees no error:", fail.delay().state)
print("soft_time_limit=1:", slow.delay().get())
print("countdown:", impatient.delay().get())

app.conf.task_eager_propagates = True
try:
    fail.delay()
except ConnectionError as error:
    print("with task_eager_propagates:", repr(error))
