import random

from celery import Celery
from celery.utils.time import get_exponential_backoff_interval

app = Celery("mails", broker="memory://")
app.conf.task_always_eager = True
replies = iter(["refused", "refused", "refused", "accepted"])


@app.task(
    bind=True,
    autoretry_for=(ConnectionError,),
    retry_backoff=2,
    retry_backoff_max=60,
    retry_jitter=True,
    max_retries=8,
)
def deliver(self, person: int) -> str:
    attempt = self.request.retries + 1
    if next(replies) == "refused":
        print(f"attempt {attempt}: the mail server is away")
        raise ConnectionError
    return f"attempt {attempt}: sent to person {person}"


print(deliver.delay(7).get())

waits = [get_exponential_backoff_interval(2, retries, 60) for retries in range(8)]
print("at most, in seconds:", waits)
random.seed(0)
for task in ("first", "second"):
    drawn = [get_exponential_backoff_interval(2, retries, 60, True) for retries in range(8)]
    print(f"with jitter, {task}:", drawn)
