from celery import Celery
from celery.exceptions import QueueNotFound
from kombu import Queue

app = Celery("crew")
app.conf.update(
    task_queues=[Queue("default"), Queue("mails"), Queue("exports")],
    task_default_queue="default",
    task_create_missing_queues=False,  # a misspelled name is an error, not a new queue
    task_routes={"notifications.tasks.*": "mails", "exports.tasks.build": "exports"},
)


def queue_of(task: str) -> str:
    return app.amqp.router.route({}, task)["queue"].name


for task in ("notifications.tasks.deliver", "exports.tasks.build", "people.tasks.clean_up"):
    print(f"{task:28} -> {queue_of(task)}")
try:
    app.amqp.router.route({"queue": "export"}, "exports.tasks.build")
except QueueNotFound as error:
    print("QueueNotFound:", error)
