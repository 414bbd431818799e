"""The outbox: nothing lost, nothing sent for what did not happen, nothing seen twice."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from threading import Thread
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from config.logs import request_id
from notifications import delivery, outbox, tasks
from notifications.models import Delivery, OutboxMessage
from projects import services
from projects.errors import Conflict
from tests.broker import in_memory, in_process, messages
from tests.factories import make_person, make_request

after_commit = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _in_process() -> Iterator[None]:
    with in_process():
        yield


@pytest.fixture
def broker() -> Iterator[None]:
    with in_memory():
        yield


@pytest.fixture
def away(broker: None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A broker that takes nothing; the list says what was tried."""
    tried: list[str] = []

    def refuse(self: Any, *args: Any, **options: Any) -> None:
        tried.append(self.name)
        raise BrokerError("connection refused by amqp://user:secret@host")

    monkeypatch.setattr("config.celery.BoardTask.apply_async", refuse)
    return tried


def put(number: int = 1, kind: str = "join_requested", **payload: Any) -> OutboxMessage:
    """Put a message and return its row."""
    outbox.put(kind=kind, payload=payload or {"request": number}, key=f"{kind}:{number}")
    return OutboxMessage.objects.get(key=f"{kind}:{number}")


@after_commit
def test_a_write_that_is_kept_is_told(people: SimpleNamespace) -> None:
    services.ask_to_join(person=people.stranger, project=people.project)
    assert [message.to for message in mail.outbox] == [[people.owner.email]]
    row = OutboxMessage.objects.get()
    assert row.sent_at is not None and row.attempts == 0
    assert str(row) == row.key == f"join_requested:{row.payload['request']}"


@after_commit
def test_nothing_is_sent_before_the_commit(people: SimpleNamespace) -> None:
    with transaction.atomic():
        services.ask_to_join(person=people.stranger, project=people.project)
        assert not mail.outbox
    assert len(mail.outbox) == 1


@after_commit
def test_a_write_that_is_rolled_back_sends_nothing(people: SimpleNamespace) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        services.ask_to_join(person=people.stranger, project=people.project)
        raise RuntimeError
    assert not OutboxMessage.objects.exists()
    assert outbox.relay() == 0
    assert not mail.outbox


@after_commit
def test_a_write_that_is_refused_sends_nothing(people: SimpleNamespace) -> None:
    services.ask_to_join(person=people.stranger, project=people.project)
    mail.outbox.clear()
    with pytest.raises(Conflict):
        services.ask_to_join(person=people.stranger, project=people.project)
    assert not mail.outbox


@pytest.mark.django_db
def test_a_key_that_is_there_is_ignored() -> None:
    first = put()
    outbox.put(kind="other", payload={}, key=first.key)
    row = OutboxMessage.objects.get()
    assert (row.pk, row.kind) == (first.pk, "join_requested")


@pytest.mark.django_db
def test_a_batch_is_one_query(django_assert_num_queries: Any) -> None:
    put(1)
    with django_assert_num_queries(1):
        outbox.put_all("join_requested", [({}, f"join_requested:{n}") for n in range(50)])
    assert OutboxMessage.objects.count() == 50


@after_commit
def test_a_nudge_goes_out_with_the_commit_and_not_before(broker: None) -> None:
    with transaction.atomic():
        put()
        assert not messages("default")
    (nudge,) = messages("default")
    assert nudge.headers["task"] == "notifications.tasks.relay"


@after_commit
def test_a_broker_that_is_away_costs_one_try_and_no_message(
    away: list[str], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(1)
    put(2)
    assert away == ["notifications.tasks.relay"], "the second write does not even try"
    assert OutboxMessage.objects.filter(sent_at=None).count() == 2
    assert "secret" not in caplog.text
    monkeypatch.setattr(outbox, "_no_nudge_until", 0.0)  # the pause is over
    put(3)
    assert len(away) == 2


@after_commit
def test_whatever_a_nudge_meets_the_write_has_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "relay", lambda: 1 / 0)
    assert put().sent_at is None


@pytest.mark.django_db
def test_the_relay_publishes_ids_under_the_request_that_wrote_them(broker: None) -> None:
    token = request_id.set("request-1")
    row = put(7)
    request_id.reset(token)
    assert outbox.relay() == 1
    (message,) = messages("notifications")
    assert message.headers["id"] == str(row.pk)
    assert message.headers["request_id"] == "request-1"
    assert message.payload[1] == {"kind": row.kind, "payload": {"request": 7}, "key": row.key}
    assert request_id.get() == "-"
    row.refresh_from_db()
    assert row.sent_at is not None
    assert outbox.relay() == 0


@pytest.mark.django_db
def test_the_relay_goes_on_until_nothing_waits(
    broker: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "BATCH", 2)
    outbox.put_all("join_requested", [({"request": n}, f"join_requested:{n}") for n in range(5)])
    assert outbox.relay() == 5
    assert len(messages("notifications")) == 5


@pytest.mark.django_db
def test_a_turn_of_the_relay_ends_in_time(broker: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "TURN", timedelta(0))
    put()
    assert outbox.relay() == 0


@pytest.mark.django_db
def test_rows_wait_longer_and_longer_while_the_broker_is_away(
    away: list[str], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = []

    def longest_wait(low: float, high: float) -> float:
        limits.append(high)
        return high

    monkeypatch.setattr("random.uniform", longest_wait)
    outbox.put_all("join_requested", [({"request": n}, f"join_requested:{n}") for n in (1, 2)])
    for attempt in range(9):
        assert outbox.relay() == 0
        rows = OutboxMessage.objects.order_by("key")
        assert [row.attempts for row in rows] == [attempt + 1] * 2
        assert all(row.available_at > timezone.now() for row in rows)
        assert outbox.relay() == 0, "before its time, no row is tried"
        rows.update(available_at=timezone.now())
    assert len(away) == 9, "one try tells that the broker is away, for the whole batch"
    assert limits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert {row.last_error for row in rows} == {"OperationalError"}
    assert "secret" not in caplog.text


@pytest.mark.django_db
def test_one_message_that_fails_does_not_hold_up_the_others(people: SimpleNamespace) -> None:
    put(1, kind="unknown")
    request = make_request(project=people.project)
    put(request.pk)
    assert outbox.relay() == 1
    assert len(mail.outbox) == 1
    assert OutboxMessage.objects.get(kind="unknown").last_error == "KeyError"


@pytest.mark.django_db
def test_the_time_limit_of_the_relay_is_no_fault_of_a_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def late(message: OutboxMessage) -> None:
        raise SoftTimeLimitExceeded

    monkeypatch.setattr(outbox, "_publish_one", late)
    row = put()
    with pytest.raises(SoftTimeLimitExceeded):
        outbox.relay()
    row.refresh_from_db()
    assert row.attempts == 0
    assert row.available_at > timezone.now(), "claimed, until the claim ends"


class Killed(BaseException):
    """Ends a task where it stands, as kill -9 does: nothing handles it."""


@after_commit
@pytest.mark.parametrize("point", ["claimed", "published", "connected", "sending", "sent"])
def test_a_process_killed_at_any_point_loses_and_doubles_nothing(
    point: str, people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kill once at a point, let the claims end, and deliver again what the broker still has."""

    def kill(*args: object, **options: object) -> NoReturn:
        raise Killed

    request = make_request(project=people.project)
    with transaction.atomic():
        outbox.put(kind="join_requested", payload={"request": request.pk}, key="k")
        transaction.get_connection().run_on_commit.clear()  # no nudge: we are the relay
    with pytest.MonkeyPatch.context() as patch:
        # A killed process cannot clear up behind itself either.
        patch.setattr(delivery, "_release", lambda key: None)
        backend = "django.core.mail.backends.locmem.EmailBackend.send_messages"
        if point == "claimed":
            patch.setattr(outbox, "_publish", kill)
        elif point == "published":
            patch.setattr(OutboxMessage.objects, "filter", _killing_after_publish(kill))
        elif point == "connected":
            patch.setattr(delivery, "_claim", kill)
        elif point == "sending":
            patch.setattr(backend, kill)
        else:
            send = EmailBackend.send_messages
            patch.setattr(backend, lambda self, mails: [send(self, mails), kill()])
        with pytest.raises(Killed):
            outbox.relay()
    later = timezone.now() + timedelta(minutes=5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert outbox.relay() == 1
    outbox.relay()
    tasks.deliver(kind="join_requested", payload={"request": request.pk}, key="k")
    seen = {message.extra_headers["Message-ID"] for message in mail.outbox}
    assert len(seen) == 1, "one mail, as a mailbox counts"
    assert len(mail.outbox) == (2 if point == "sent" else 1)
    assert Delivery.objects.get().sent_at is not None


def _killing_after_publish(kill: Any) -> Any:
    """Let the relay publish, and die when it wants to note that."""
    real = OutboxMessage.objects.filter

    def find(**lookup: Any) -> Any:
        return SimpleNamespace(update=kill) if "pk" in lookup else real(**lookup)

    return find


@after_commit
@pytest.mark.postgres
def test_two_relays_share_the_rows(broker: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "BATCH", 10)
    outbox.put_all("join_requested", [({"request": n}, f"join_requested:{n}") for n in range(100)])
    counts = []

    def relay() -> None:
        counts.append(outbox.relay())
        connection.close()

    threads = [Thread(target=relay) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 100
    keys = [message.payload[1]["key"] for message in messages("notifications")]
    assert len(keys) == len(set(keys)) == 100


@pytest.mark.django_db
@pytest.mark.postgres
def test_the_search_for_what_waits_is_served_by_its_index() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    waiting = OutboxMessage.objects.filter(sent_at=None, available_at__lte=timezone.now())
    assert "outbox_unsent" in waiting.order_by("available_at")[:100].explain()


@pytest.mark.django_db
def test_old_messages_are_forgotten_and_waiting_ones_never() -> None:
    now = timezone.now()
    old, new, waiting = put(1), put(2), put(3)
    OutboxMessage.objects.filter(pk=old.pk).update(sent_at=now - outbox.KEEP - timedelta(hours=1))
    OutboxMessage.objects.filter(pk=new.pk).update(sent_at=now)
    OutboxMessage.objects.filter(pk=waiting.pk).update(created_at=now - timedelta(days=400))
    assert outbox.clean_up() == 1
    assert not OutboxMessage.objects.filter(pk=old.pk).exists()


@after_commit
def test_logs_say_what_happened_and_to_whom_never(
    people: SimpleNamespace, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    person = make_person(verified=False, email="secret@example.org")
    outbox.put(kind="verify_email", payload={"person": person.pk}, key="verify_email:1")
    (message,) = mail.outbox
    token = message.body.split("#token=")[1].split()[0]
    record = next(record for record in caplog.records if record.getMessage() == "E-mail sent")
    assert (record.kind, record.key) == ("verify_email", "verify_email:1")  # type: ignore[attr-defined]
    assert token not in caplog.text
    assert "secret@" not in caplog.text
