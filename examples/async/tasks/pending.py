from celery import Celery
from celery.result import AsyncResult

app = Celery("mails", broker="memory://", backend="cache+memory://")


@app.task
def welcome(person: int) -> str:
    return f"mail to person {person}"


print("sent, and no worker runs:", welcome.delay(7).state)
print("an id that nobody has sent:", AsyncResult("no-such-id", app=app).state)
