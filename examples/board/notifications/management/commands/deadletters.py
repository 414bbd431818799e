"""Lists the messages whose tasks failed for good, and replays or discards them.

    manage.py deadletters
    manage.py deadletters replay --id cb1a33ba-656a-464b-bcb2-60762047c1d7
    manage.py deadletters discard

Mend what made them fail first. Replaying is safe: every task is idempotent.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from kombu import Producer

from config.celery import BOARD, DEAD_LETTERS, app


class Command(BaseCommand):
    """The command `deadletters`."""

    help = "List, replay or discard the messages whose tasks failed for good."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare what may be asked for."""
        parser.add_argument(
            "action", nargs="?", default="list", choices=["list", "replay", "discard"]
        )
        parser.add_argument("--id", action="append", help="only this task; repeatable")

    def handle(self, *, action: str, id: list[str] | None, **options: Any) -> None:
        """Take each message that is there now once, and put back what stays."""
        if app.conf.task_always_eager:
            raise CommandError("Tasks run in process here. Set BROKER_URL.")
        count, stay = 0, []
        with app.connection_for_write() as connection:
            channel: Any = connection.default_channel
            queue = DEAD_LETTERS(channel)
            queue.declare()
            for _ in range(channel.queue_declare(queue.name, passive=True).message_count):
                message: Any = queue.get()
                if message is None:  # somebody else took it
                    break
                stay.append(message)
                if id and message.headers.get("id") not in id:
                    continue
                self.stdout.write(_describe(message))
                if action == "discard" or (
                    action == "replay" and _replay(Producer(channel), message)
                ):
                    stay.pop().ack()
                count += 1
            for message in stay:
                message.requeue()
        self.stdout.write(f"{count} messages: {action}")


def _describe(message: Any) -> str:
    headers: dict[str, Any] = message.headers
    death: dict[str, Any] = next(iter(headers.get("x-death", ())), {})
    parts = (
        death.get("time", "-"),
        death.get("reason", "-"),
        headers.get("task", "no task"),
        headers.get("id", "-"),
        headers.get("kwargsrepr", ""),
    )
    return "  ".join(str(part) for part in parts)


def _replay(producer: Producer, message: Any) -> bool:
    """Publish a message as if for the first time; return False for what no task could read."""
    if "task" not in message.headers:
        return False
    queue = app.amqp.router.route({}, message.headers["task"])["queue"]
    # With the marks of its deaths, RabbitMQ would see a message that goes in circles.
    headers = {name: value for name, value in message.headers.items() if name[:2] != "x-"}
    producer.publish(
        message.body,
        exchange=BOARD,
        routing_key=queue.routing_key,
        declare=[queue],
        content_type=message.content_type,
        content_encoding=message.content_encoding,
        correlation_id=message.properties.get("correlation_id"),
        headers=headers | {"retries": 0, "eta": None, "expires": None},
        confirm_timeout=5,
    )
    return True
