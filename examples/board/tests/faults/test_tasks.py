"""Workers are killed and RabbitMQ goes away while people ask to join: what they are sent."""

import csv
import io
import os
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from config.celery import app
from exports.models import Export
from notifications.models import Delivery, OutboxMessage
from people.models import Person
from projects.models import Post
from tests.factories import make_person, make_project
from tests.faults.conftest import Control
from tests.faults.mailbox import Mailbox
from tests.faults.processes import Answer, Board, eventually

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

OUTAGE = float(os.environ.get("FAULTS_OUTAGE", "60"))  # seconds
REQUESTS = 200
POSTS = 20_000
QUEUES = ["default", "notifications", "exports", "dead_letters"]
QUEUES += [f"celery_delayed_{level}" for level in range(28)]  # retries wait in these


class Crowd:
    """People who ask to join one project, and the mails that its owner must get."""

    def __init__(self, board: Board, token: Callable[[Person], str]) -> None:
        self.board = board
        self.project = make_project(title="Timetable")
        self._token = token
        self.expected: Counter[tuple[str, str]] = Counter()

    def ask(self, count: int, seconds: float = 0) -> list[Answer]:
        """Have so many people ask, spread over some seconds; return the answers."""
        keys = []
        for _ in range(count):
            person = make_person()
            keys.append(self._token(person))
            subject = f"{person.name} asks to join {self.project.title}"
            self.expected[(self.project.owner.email, subject)] += 1
        begin = time.monotonic()

        def ask_one(number: int) -> Answer:
            time.sleep(max(0.0, begin + seconds * number / count - time.monotonic()))
            path = f"/api/v1/projects/{self.project.slug}/requests/"
            return self.board.request("POST", path, keys[number], {"message": "Hello"})

        with ThreadPoolExecutor(8) as people:
            return list(people.map(ask_one, range(count)))


def test_workers_killed_while_they_send_lose_and_double_nothing(
    board: Board, mailbox: Mailbox, token: Callable[[Person], str]
) -> None:
    board.start_web()
    board.start_beat()
    first, second = board.start_worker(), board.start_worker()
    crowd = Crowd(board, token)
    with mailbox.holding(take_every_other=True):
        answers = crowd.ask(24)
        eventually(lambda: mailbox.waiting == 4, "each child of each worker is sending")
        first.kill()
        second.kill_child()
        eventually(lambda: mailbox.waiting == 1, "three senders are dead")
    board.start_worker()
    assert {answer.status for answer in answers} == {201}
    eventually(lambda: mailbox.seen() >= crowd.expected, "every mail is there", 120)
    assert_quiet(board)
    assert mailbox.seen() == crowd.expected
    # A mail that was taken from a sender who died before it knew comes again, as the same.
    again = len(mailbox.messages) - mailbox.seen().total()
    assert again <= mailbox.took_early
    print(f"faults: 3 senders killed, 24 mails seen once each, {again} sent again as the same")


def test_an_export_goes_on_where_a_killed_worker_stopped(
    board: Board, token: Callable[[Person], str]
) -> None:
    project = make_project()
    posts = [
        Post(project=project, author=project.owner, kind="progress", title=f"Day {n}", body="Done.")
        for n in range(POSTS)
    ]
    Post.objects.bulk_create(posts, batch_size=2_000)
    key = token(project.owner)
    board.start_web()
    board.start_beat()
    worker = board.start_worker()
    asked = board.request(
        "POST", f"/api/v1/projects/{project.slug}/exports/", key, {"format": "csv"}
    )
    assert asked.status == 202
    where = asked.headers["Location"]

    def state() -> Export:
        return Export.objects.get(pk=asked.body["id"])

    eventually(lambda: state().done > POSTS // 10, "the worker has begun")
    worker.kill()
    stopped = state()
    assert 0 < stopped.done < stopped.total
    board.start_worker()
    eventually(lambda: state().status == Export.Status.DONE, "the export is done", 120)
    assert_quiet(board)
    file = board.request("GET", f"{where}file/", key)
    rows = list(csv.DictReader(io.StringIO(file.body.decode())))
    assert Counter(row["type"] for row in rows) == {"member": 1, "post": POSTS}
    assert {row["title"] for row in rows if row["type"] == "post"} == {
        f"Day {n}" for n in range(POSTS)
    }
    print(f"faults: export killed at row {stopped.done} of {stopped.total}, no row twice")


def test_mails_wait_while_rabbitmq_is_away_and_come_once_each(
    board: Board, servers: Control, mailbox: Mailbox, token: Callable[[Person], str]
) -> None:
    board.start_web()
    board.start_beat()
    board.start_worker()
    crowd = Crowd(board, token)
    with mailbox.holding():  # some messages are queued and some in the hands of a worker
        before = crowd.ask(10)
        eventually(lambda: mailbox.waiting == 2, "the worker is sending")
        eventually(lambda: not unsent(), "the others are with RabbitMQ")
        servers("stop", "rabbitmq")
        began = time.monotonic()
    answers = crowd.ask(REQUESTS, OUTAGE)
    eventually(lambda: time.monotonic() >= began + OUTAGE, "the outage is over", OUTAGE + 5)
    during = mailbox.seen().total()
    assert unsent() == REQUESTS, "every message waits in the outbox"
    servers("start", "rabbitmq")
    back = time.monotonic()
    assert {answer.status for answer in before + answers} == {201}
    eventually(lambda: mailbox.seen() >= crowd.expected, "every mail is there", 180)
    waited = time.monotonic() - back
    assert_quiet(board)
    assert mailbox.seen() == crowd.expected
    assert len(mailbox.messages) == mailbox.seen().total(), "none was even sent again"
    assert during <= len(before)
    slowest = max(answer.seconds for answer in answers)
    assert slowest < 5, "nobody waits for a broker that is away"
    print(
        f"faults: RabbitMQ away for {OUTAGE:.0f} s, {REQUESTS} requests, the slowest in "
        f"{slowest:.2f} s; {len(mailbox.messages)} mails once each, the last {waited:.0f} s "
        "after its return"
    )


def test_tasks_go_on_after_postgres_restarted(
    board: Board, servers: Control, mailbox: Mailbox, token: Callable[[Person], str]
) -> None:
    board.start_web()
    board.start_beat()
    board.start_worker()
    crowd = Crowd(board, token)
    answers = crowd.ask(10)
    eventually(lambda: mailbox.seen() == crowd.expected, "the worker has an open connection")
    servers("restart", "postgres")
    answers += crowd.ask(10)
    assert {answer.status for answer in answers} == {201}
    eventually(lambda: mailbox.seen() >= crowd.expected, "every mail is there", 120)
    assert_quiet(board)
    assert mailbox.seen() == crowd.expected
    print(f"faults: PostgreSQL restarted, {len(answers)} requests and mails, none lost or twice")


def unsent() -> int:
    """Count the messages that wait in the outbox."""
    return OutboxMessage.objects.filter(sent_at=None).count()


def assert_quiet(board: Board) -> None:
    """Fail unless all work is done and none can come again.

    A worker that ends gives back what it has not finished: so after that, what is not in
    a queue is nowhere.
    """
    eventually(lambda: not unsent(), "the outbox is empty")
    eventually(lambda: not Delivery.objects.filter(sent_at=None).exists(), "all mails are noted")
    eventually(lambda: not any(queued().values()), "the queues are empty")
    board.end("beat")
    board.end("worker")
    assert not any(queued().values()), queued()


def queued() -> dict[str, int]:
    """Return how many messages are in each queue."""
    with app.connection_for_read() as connection:
        channel: Any = connection.default_channel
        return {name: channel.queue_declare(name, passive=True).message_count for name in QUEUES}
