import json

from celery import Celery

app = Celery("mails", broker="memory://")


@app.task
def welcome(person: int) -> str:
    return f"mail sent to person {person}"


# The web process: it leaves a message and goes on.
welcome.delay(7)
print("the answer goes out")

# The worker: another process, usually on another machine. Here we play it by hand.
with app.connection_for_read() as connection:
    queue = app.amqp.queues["celery"](connection.default_channel)
    message = queue.get()
    print(message.headers["task"], json.loads(message.body)[:2])
    args, kwargs, _ = message.decode()
    print(app.tasks[message.headers["task"]](*args, **kwargs))
    message.ack()  # only now does the broker forget it
