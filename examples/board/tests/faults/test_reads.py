"""Redis and PostgreSQL go away and come back under people who read."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest

from people.models import Person
from tests.factories import make_post, make_project
from tests.faults.conftest import Control
from tests.faults.processes import Answer, Board, eventually

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

READERS = 4
GRAPHQL = {"query": "{ projects(first: 5) { edges { node { slug } } } }"}


class Readers:
    """People who read one page after the other until they are told to stop."""

    def __init__(self, board: Board, slug: str) -> None:
        self.answers: list[Answer] = []
        self.broken: list[str] = []
        self._board = board
        self._pages = [
            ("GET", "/api/v1/projects/", None),
            ("GET", f"/api/v1/projects/{slug}/", None),
            ("GET", "/api/v1/stats/", None),
            ("GET", f"/api/v2/projects/{slug}/posts/", None),
            ("POST", "/graphql/", GRAPHQL),
        ]
        self._enough = threading.Event()
        self._threads = [threading.Thread(target=self._read) for _ in range(READERS)]

    def __enter__(self) -> "Readers":
        """Begin to read."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self._enough.set()
        for thread in self._threads:
            thread.join()

    def wait_for(self, more: int) -> None:
        """Wait for so many more answers."""
        target = len(self.answers) + more
        eventually(lambda: len(self.answers) >= target or self.broken, f"{more} more answers")

    def statuses(self) -> Counter[int]:
        """Count the answers by status."""
        return Counter(answer.status for answer in self.answers)

    def _read(self) -> None:
        while not self._enough.is_set():
            for method, path, data in self._pages:
                try:
                    self.answers.append(self._board.request(method, path, data=data))
                except OSError as error:
                    self.broken.append(f"{path}: {error!r}")


def test_readers_never_notice_that_redis_is_away(board: Board, servers: Control) -> None:
    project = make_project()
    make_post(project=project)
    board.start_web()
    assert dependency(board, "cache") == "ok"
    with Readers(board, project.slug) as readers:
        readers.wait_for(100)
        servers("kill", "redis")
        readers.wait_for(100)
        eventually(lambda: dependency(board, "cache") == "unavailable", "the outage shows")
        servers("start", "redis")
        readers.wait_for(100)
        eventually(lambda: dependency(board, "cache") == "ok", "the cache is used again")
        servers("stop", "redis")
        readers.wait_for(100)
        servers("start", "redis")
        readers.wait_for(100)
        eventually(lambda: dependency(board, "cache") == "ok", "the cache is used again")
    assert not readers.broken
    assert set(readers.statuses()) == {200}, readers.statuses()
    slowest = max(answer.seconds for answer in readers.answers)
    print(f"faults: {len(readers.answers)} reads, all 200, the slowest in {slowest:.2f} s")


@pytest.mark.parametrize(("away", "back"), [("stop", "start"), ("pause", "unpause")])
def test_a_page_from_before_an_outage_of_redis_does_not_come_back(
    board: Board, servers: Control, token: Callable[[Person], str], away: str, back: str
) -> None:
    project = make_project(title="Before")
    page = f"/api/v1/projects/{project.slug}/"
    key = token(project.owner)
    board.start_web()

    def listed() -> str:
        return str(board.request("GET", "/api/v1/projects/").body["results"][0]["title"])

    for _ in range(20):  # from each of the web server's processes
        assert listed() == "Before"
    servers(away, "redis")
    assert listed() == "Before"
    tag = board.request("GET", page, key).headers["ETag"]
    answer = board.request("PATCH", page, key, {"title": "After"}, **{"If-Match": tag})
    assert answer.status == 200, answer
    assert listed() == "After"
    servers(back, "redis")
    eventually(lambda: dependency(board, "cache") == "ok", "the cache is used again")
    if away == "pause":
        # Redis kept its connections: a process that asked nothing meanwhile has noticed
        # nothing, and reads the page from before until the other one has started an epoch.
        eventually(lambda: {listed() for _ in range(20)} == {"After"}, "the page is gone", 10)
    for _ in range(20):
        assert listed() == "After"


def test_the_next_request_works_after_postgres_restarted(board: Board, servers: Control) -> None:
    project = make_project()
    make_post(project=project)
    board.start_web()
    with Readers(board, project.slug) as readers:  # every thread has an open connection now
        readers.wait_for(100)
    assert set(readers.statuses()) == {200}
    for action in ("restart", "kill"):
        servers(action, "postgres")
        if action == "kill":
            servers("start", "postgres")
        # No second try: each of these is the next request of some thread.
        with Readers(board, project.slug) as readers:
            readers.wait_for(50)
        assert not readers.broken
        assert set(readers.statuses()) == {200}, (action, readers.statuses())
    assert board.request("GET", "/readyz").status == 200
    print("faults: PostgreSQL restarted and killed, the next requests all 200")


def dependency(board: Board, name: str) -> str:
    """Return what the board says about one dependency."""
    return str(board.request("GET", "/readyz").body["dependencies"][name])
