# needs: rabbitmq
import os
import time
import uuid

from kombu import Connection, Consumer, Queue

URL = os.environ["BROKER_URL"]
queue = Queue(f"mails-{uuid.uuid4().hex}", durable=True)


def ready(connection: Connection) -> int:
    """Return how many messages wait; those in somebody's hands are not counted."""
    return queue(connection.default_channel).queue_declare(passive=True).message_count


with Connection(URL, transport_options={"confirm_publish": True}) as ours:
    producer = ours.Producer()
    for number in range(1, 7):
        producer.publish(f"mail {number}", routing_key=queue.name, declare=[queue], delivery_mode=2)
    print("published:", ready(ours), "ready")

    worker = Connection(URL)
    held = []
    Consumer(worker, [queue], on_message=held.append, prefetch_count=3).consume()
    while len(held) < 3:
        worker.drain_events(timeout=5)
    print("a worker that may hold 3:", [message.body for message in held], ready(ours), "ready")

    held[0].ack()
    while len(held) < 4:
        worker.drain_events(timeout=5)
    print("one acknowledged, it gets", held[3].body, "and", ready(ours), "are ready")

    worker.collect()  # the connection breaks
    while ready(ours) < 5:
        time.sleep(0.01)
    back = queue(ours.default_channel).get()
    print("worker gone:", back.body, "is back, redelivered:", back.delivery_info["redelivered"])
    queue(ours.default_channel).delete()
