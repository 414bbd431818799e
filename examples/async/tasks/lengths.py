# needs: rabbitmq, redis
import os
import uuid

from celery import Celery
from redis import Redis

mails, exports = (f"{name}-{uuid.uuid4().hex}" for name in ("mails", "exports"))

for broker, url in {"RabbitMQ": os.environ["BROKER_URL"], "Redis": os.environ["REDIS_URL"]}.items():
    app = Celery(broker=url)
    app.conf.update(
        task_routes={"mails.*": mails, "exports.*": exports},
        broker_transport_options={"confirm_publish": True} if broker == "RabbitMQ" else {},
    )
    for person in range(5):
        app.send_task("mails.welcome", args=[person])
    app.send_task("exports.build", kwargs={"export": 1})

    with app.connection_for_read() as connection:
        channel = connection.default_channel
        for name in (mails, exports):
            count = channel.queue_declare(name, passive=True).message_count
            print(f"{broker}: {count} in {name.partition('-')[0]}")
        if broker == "Redis":
            client = Redis.from_url(url)
            print("  the queue is a", client.type(mails).decode(), "of length", client.llen(mails))
        for name in (mails, exports):
            channel.queue_delete(name)
