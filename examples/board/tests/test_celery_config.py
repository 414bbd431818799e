"""How tasks travel: queues, retries, limits, dead letters, request ids."""

import io
import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from celery import shared_task
from celery.beat import Scheduler
from celery.contrib.testing.worker import start_worker
from celery.exceptions import Retry
from celery.schedules import crontab
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.models import Model
from django.utils import timezone
from kombu import Producer
from kombu.exceptions import ContentDisallowed
from kombu.exceptions import OperationalError as BrokerError

from config import celery as config
from config import settings as board_settings
from config.celery import DEAD_LETTERS
from config.logs import request_id
from exports import tasks as export_tasks
from notifications import delivery, outbox, tasks
from notifications.messages import BUILDERS
from notifications.models import Delivery, OutboxMessage
from projects import services
from tests.broker import app, in_memory, in_process, messages
from tests.factories import make_request
from tests.faults.mailbox import Mailbox
from tests.faults.processes import Board
from tests.hooks import frozen_before

TASKS = {
    "notifications.tasks.relay": "default",
    "notifications.tasks.deliver": "notifications",
    "notifications.tasks.plan_digests": "default",
    "notifications.tasks.clean_up": "default",
    "exports.tasks.build": "exports",
    "exports.tasks.clean_up": "default",
}
POOL = "threads"
MESSAGE: dict[str, Any] = {
    "kind": "join_requested",
    "payload": {"request": 1},
    "key": "join_requested:1",
}

assert export_tasks.build.name in TASKS  # imported, so that Celery knows it


@pytest.fixture
def broker() -> Iterator[None]:
    with in_memory():
        yield


@shared_task(name="tests.flaky")
def _flaky(error: str) -> None:
    """Fail in a way that passes."""
    raise {"database": OperationalError, "network": ConnectionResetError}[error]


flaky: Any = _flaky


# --- The configuration ------------------------------------------------------------------


def test_without_a_broker_tasks_run_in_process() -> None:
    in_memory_url = board_settings.CELERY_BROKER_URL.startswith("memory://")
    assert in_memory_url == board_settings.CELERY_TASK_ALWAYS_EAGER


def test_what_keeps_a_message_until_its_work_is_done() -> None:
    for name in TASKS:
        task: Any = app.tasks[name]
        assert issubclass(type(task), config.BoardTask)
        assert task.acks_late and task.reject_on_worker_lost
        assert not task.acks_on_failure and not task.acks_on_timeout
        soft = task.soft_time_limit or app.conf.task_soft_time_limit
        hard = task.time_limit or app.conf.task_time_limit
        assert soft < hard < 30 * 60, "RabbitMQ takes back a message after 30 minutes"
    assert app.conf.worker_prefetch_multiplier == 1
    assert app.conf.broker_transport_options["confirm_publish"]


def test_every_queue_keeps_its_dead_letters() -> None:
    assert set(app.amqp.queues) == {"default", "notifications", "exports"}
    for queue in app.amqp.queues.values():
        assert queue.queue_arguments["x-dead-letter-exchange"] == DEAD_LETTERS.exchange.name
        assert queue.queue_arguments["x-queue-type"] == "quorum"
        assert queue.durable and queue.exchange.durable and queue.exchange.type == "topic"
    assert DEAD_LETTERS.name not in app.amqp.queues, "no worker reads it"


def test_a_mail_can_be_claimed_for_as_long_as_its_task_may_run() -> None:
    assert app.tasks["notifications.tasks.deliver"].time_limit < delivery.CLAIM.total_seconds()
    assert app.conf.task_soft_time_limit < outbox.CLAIM.total_seconds()


def test_the_clock_calls_tasks_that_exist() -> None:
    schedule = app.conf.beat_schedule
    assert {entry["task"] for entry in schedule.values()} <= set(app.tasks)
    assert schedule["relay"]["schedule"] <= 10
    quarter = schedule["digests"]["schedule"]
    assert quarter == crontab(minute="0,15,30,45")


# --- Publishing -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "queue"), TASKS.items())
def test_each_task_has_its_queue(name: str, queue: str, broker: None) -> None:
    takes_message = name in {"notifications.tasks.deliver", "exports.tasks.build"}
    app.tasks[name].delay(**MESSAGE if takes_message else {})
    assert [message.headers["task"] for message in messages(queue)] == [name]


def test_the_clock_can_publish(broker: None) -> None:
    """Beat passes a producer of its own along."""
    scheduler = Scheduler(app, lazy=True)
    scheduler.setup_schedule()
    scheduler.apply_async(scheduler.schedule["relay"], advance=False)
    (message,) = messages("default")
    assert message.headers["task"] == "notifications.tasks.relay"
    assert message.headers["request_id"] == message.headers["id"], "it begins a chain of work"


def test_a_message_carries_the_request(broker: None) -> None:
    token = request_id.set("request-1")
    tasks.relay.delay()
    request_id.reset(token)
    (message,) = messages("default")
    assert message.headers["request_id"] == "request-1"
    assert message.content_type == "application/json"


def test_only_json_is_read(broker: None) -> None:
    with app.connection_for_write() as link:
        Producer(link.default_channel).publish(
            b"\x80\x04N.",
            exchange=config.BOARD,
            routing_key="default",
            declare=[app.amqp.queues["default"]],
            content_type="application/x-python-serialize",
            content_encoding="binary",
        )
    (message,) = messages("default")
    message.accept = {"application/json"}
    with pytest.raises(ContentDisallowed):
        message.decode()
    assert app.conf.accept_content == ["json"]


def test_a_broker_that_fails_loses_its_connection(
    broker: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A confirmation that comes too late must not be taken for the next one."""
    dropped = []

    def freeze(self: Producer, *args: Any, **options: Any) -> None:
        assert options["confirm_timeout"] == 5
        raise BrokerError("timed out")

    monkeypatch.setattr("kombu.messaging.Producer.publish", freeze)
    monkeypatch.setattr("kombu.connection.Connection.collect", lambda self: dropped.append(self))
    with pytest.raises(BrokerError):
        tasks.relay.delay()
    assert len(dropped) == 1


# --- Running ------------------------------------------------------------------------------


@pytest.mark.parametrize("error", ["database", "network"])
@pytest.mark.parametrize(
    ("retries", "longest"), [(0, 2), (1, 4), (5, 64), (8, 512), (9, 900), (14, 900)]
)
def test_what_passes_is_tried_again_later(
    error: str, retries: int, longest: int, broker: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = []

    def longest_wait(stop: int) -> int:
        limits.append(stop - 1)
        return stop - 1

    monkeypatch.setattr("random.randrange", longest_wait)
    flaky.push_request(args=(error,), kwargs={}, retries=retries, called_directly=False, id="1")
    try:
        with pytest.raises(Retry) as retry:
            flaky.run(error)
    finally:
        flaky.pop_request()
    assert limits == [longest], "drawn from zero up to here"
    assert retry.value.when == longest
    (message,) = messages("default")
    assert message.headers["retries"] == retries + 1


def test_after_an_hour_it_has_failed(broker: None) -> None:
    flaky.push_request(args=("network",), kwargs={}, retries=15, called_directly=False, id="1")
    try:
        with pytest.raises(ConnectionResetError):
            flaky.run("network")
    finally:
        flaky.pop_request()
    assert not messages("default")


def test_in_process_nothing_waits() -> None:
    with in_process(), pytest.raises(ConnectionResetError):
        flaky.delay("network")


def test_a_task_logs_under_the_id_that_its_message_carries() -> None:
    token = request_id.set("of this process")
    try:
        config.take_request_id(SimpleNamespace(request={}))  # type: ignore[arg-type]
        assert request_id.get() == "of this process"
        config.take_request_id(SimpleNamespace(request={"request_id": "carried"}))  # type: ignore[arg-type]
        assert request_id.get() == "carried"
    finally:
        request_id.reset(token)


@pytest.mark.django_db(transaction=True)
def test_from_the_write_to_the_mail_through_a_broker_and_a_worker(
    broker: None, people: SimpleNamespace, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    ids: dict[str, str] = {}

    class Watch(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.getMessage() == "E-mail sent":
                ids[threading.current_thread().name] = request_id.get()
                sent.set()

    sent, watch = threading.Event(), Watch()
    logging.getLogger("notifications").addHandler(watch)
    try:
        with start_worker(app, pool=POOL, perform_ping_check=False, shutdown_timeout=30):
            token = request_id.set("request-1")
            services.ask_to_join(person=people.stranger, project=people.project)
            request_id.reset(token)
            assert sent.wait(20)
    finally:
        logging.getLogger("notifications").removeHandler(watch)
        connection.close()
    assert len(mail.outbox) == 1
    assert Delivery.objects.get().sent_at is not None
    assert list(ids.values()) == ["request-1"]
    assert threading.current_thread().name not in ids, "not in our own thread"
    root = logging.getLogger()
    assert all("celery" not in type(handler).__module__ for handler in root.handlers)


# --- Dead letters -------------------------------------------------------------------------


def bury(*kinds: str, **headers: Any) -> list[str]:
    """Let messages lie among the dead letters as RabbitMQ leaves them; return their ids."""
    ids = []
    for kind in kinds:
        task = kind if "." in kind else "notifications.tasks.deliver"
        app.send_task(task, kwargs=MESSAGE | {"kind": kind}, queue="default", retries=3)
        (message,) = messages("default")
        death = {"queue": "notifications", "reason": "rejected", "time": "2026-11-24 07:00"}
        with app.connection_for_write() as link:
            Producer(link.default_channel).publish(
                message.body,
                exchange=DEAD_LETTERS.exchange,
                declare=[DEAD_LETTERS],
                content_type=message.content_type,
                content_encoding=message.content_encoding,
                headers=message.headers | {"x-death": [death], "x-first-death-queue": "x"},
            )
        ids.append(message.headers["id"])
    return ids


def deadletters(*arguments: str) -> str:
    out = io.StringIO()
    call_command("deadletters", *arguments, stdout=out)
    return out.getvalue()


def test_dead_letters_are_listed_and_stay(broker: None) -> None:
    first, second = bury("join_requested", "no.such.task")
    for _ in range(2):
        listed = deadletters()
        assert f"rejected  notifications.tasks.deliver  {first}  {{'kind': 'join_" in listed
        assert f"no.such.task  {second}" in listed
        assert "2 messages: list" in listed
    assert "1 messages: list" in deadletters("list", "--id", second)


def test_a_dead_letter_is_replayed_as_if_new(broker: None) -> None:
    first, second = bury("join_requested", "join_accepted")
    assert "1 messages: replay" in deadletters("replay", "--id", second)
    (message,) = messages("notifications")
    assert message.headers["id"] == second
    assert message.payload[1]["kind"] == "join_accepted"
    assert (message.headers["retries"], message.headers["eta"]) == (0, None)
    assert not [name for name in message.headers if name.startswith("x-")]
    assert first in deadletters() and second not in deadletters()


def test_dead_letters_are_discarded(broker: None) -> None:
    first, second = bury("join_requested", "join_accepted")
    deadletters("discard", "--id", first)
    assert second in deadletters("discard")
    assert "0 messages: list" in deadletters()


def test_what_is_no_task_is_not_replayed(broker: None) -> None:
    with app.connection_for_write() as link:
        Producer(link.default_channel).publish(
            {}, exchange=DEAD_LETTERS.exchange, declare=[DEAD_LETTERS]
        )
    assert "-  -  no task  -" in deadletters("replay")
    assert "1 messages: list" in deadletters()


def test_a_message_that_somebody_else_took_is_no_error(
    broker: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    bury("join_requested")
    monkeypatch.setattr("kombu.entity.Queue.get", lambda self: None)
    assert "0 messages: replay" in deadletters("replay")


def test_in_process_there_are_no_dead_letters() -> None:
    with in_process(), pytest.raises(CommandError, match="BROKER_URL"):
        deadletters()


# --- On the real broker ---------------------------------------------------------------------


@pytest.mark.rabbitmq
@pytest.mark.django_db(transaction=True)
def test_rabbitmq_keeps_what_failed_until_it_is_replayed(people: SimpleNamespace) -> None:
    """A release sends a kind of message that its workers do not know yet."""
    purge()
    request = make_request(project=people.project)
    message = MESSAGE | {"payload": {"request": request.pk}, "kind": "news_of_tomorrow"}
    with start_worker(app, pool=POOL, perform_ping_check=False, shutdown_timeout=30):
        tasks.deliver.delay(**message)
        wait_for(lambda: "news_of_tomorrow" in deadletters())
        BUILDERS["news_of_tomorrow"] = BUILDERS["join_requested"]
        try:
            deadletters("replay")
            wait_for(lambda: bool(mail.outbox))
        finally:
            del BUILDERS["news_of_tomorrow"]
    assert "0 messages: list" in deadletters()
    assert len(mail.outbox) == 1


@pytest.mark.rabbitmq
@pytest.mark.django_db(transaction=True)
def test_rabbitmq_brings_a_retry_back(
    people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three times through its delay queues: Celery and RabbitMQ have disagreed about that."""
    purge()
    monkeypatch.setattr("random.randrange", lambda stop: 1)
    attempts = []

    def fail_thrice(**options: Any) -> bool:
        attempts.append(options)
        if len(attempts) <= 3:
            raise ConnectionResetError
        return True

    monkeypatch.setattr("notifications.delivery.deliver", fail_thrice)
    with start_worker(app, pool=POOL, perform_ping_check=False, shutdown_timeout=30):
        tasks.deliver.delay(**MESSAGE)
        wait_for(lambda: len(attempts) == 4)


@pytest.mark.postgres
@pytest.mark.rabbitmq
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("model", "column", "taken"),
    [
        (OutboxMessage, "available_at", 1),  # the relay is about to claim
        (OutboxMessage, "sent_at", 1),  # it has published, and not noted that
        (Delivery, "claimed_until", 1),  # a worker is about to claim the mail
        (Delivery, "sent_at", 2),  # it has sent the mail, and not noted that
    ],
)
def test_kill_9_at_each_point_is_one_mail_to_its_reader(
    model: type[Model], column: str, taken: int, people: SimpleNamespace, tmp_path: Path
) -> None:
    purge()
    with Mailbox() as mailbox:
        threading.Thread(target=mailbox.serve_forever, daemon=True).start()
        board = Board(tmp_path, mailbox.url)
        try:
            worker = board.start_worker()
            with frozen_before(model._meta.db_table, column) as somebody_waits:
                services.ask_to_join(person=people.stranger, project=people.project)
                wait_for(somebody_waits)
                worker.kill()
            # A minute passes, and the claims of the dead end.
            OutboxMessage.objects.update(available_at=timezone.now())
            Delivery.objects.update(claimed_until=timezone.now())
            board.start_worker()
            outbox.nudge()
            wait_for(lambda: not OutboxMessage.objects.filter(sent_at=None).exists())
            wait_for(lambda: Delivery.objects.filter(sent_at__isnull=False).exists())
        finally:
            board.end()
            mailbox.shutdown()
    assert mailbox.seen().total() == 1
    assert len(mailbox.messages) == taken


def purge() -> None:
    """Empty the queues: other tests publish, and nobody takes it."""
    with app.connection_for_write() as link:
        for queue in (*app.amqp.queues.values(), DEAD_LETTERS):
            bound = queue(link.default_channel)
            bound.declare()
            bound.purge()


def wait_for(holds: Any) -> None:
    """Return when it holds; fail after half a minute."""
    end = threading.Event()
    for _ in range(600):
        if holds():
            return
        end.wait(0.05)
    raise AssertionError("not within 30 seconds")
