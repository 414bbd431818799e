from celery import Celery

app = Celery("mails", broker="memory://")
app.conf.task_always_eager = True
calls = 0


@app.task(autoretry_for=(ConnectionError,), max_retries=3)
def deliver(person: int) -> None:
    global calls
    calls += 1
    raise ConnectionError


result = deliver.delay(7)
print(calls, result.state)
