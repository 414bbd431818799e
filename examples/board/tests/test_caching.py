"""The cache: computed once, never stale after a commit, and right while Redis is away."""

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.db import transaction
from pytest_django import Settings
from redis.exceptions import ResponseError

from config import caches as steady
from config.caches import EPOCH, cache_settings
from projects import caching
from projects.caching import PROJECTS, STATS, cached, invalidate

NOWHERE = "redis://127.0.0.1:1/1"  # nobody listens on port 1


class Counter:
    """An answer that knows how often it was computed."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.calls, self.seconds, self._lock = 0, seconds, threading.Lock()

    def __call__(self) -> int:
        with self._lock:
            self.calls += 1
            call = self.calls
        time.sleep(self.seconds)
        return call


class Gate:
    """A way to Redis that a test can close: `refuse` breaks it off, `hang` leaves it silent."""

    def __init__(self, host: str, port: int) -> None:
        self.target, self.state, self._open = (host, port), "open", list[socket.socket]()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.state == "refuse":
                client.close()
                continue
            server = socket.create_connection(self.target)
            self._open += [client, server]
            for ends in ((client, server), (server, client)):
                threading.Thread(target=self._pump, args=ends, daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                if self.state == "hang":
                    continue
                sink.sendall(data)
        except OSError:
            pass
        finally:
            sink.close()

    def set(self, state: str) -> None:
        self.state = state
        if state == "refuse":
            for end in self._open:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
            self._open.clear()

    def close(self) -> None:
        self.set("refuse")
        self._listener.close()


def real_redis() -> str:
    return str(django_settings.CACHES["default"]["LOCATION"])


@pytest.fixture(autouse=True)
def _forget_links() -> Iterator[None]:
    """What a process knows about a server must not reach the next test."""
    steady.link_to.cache_clear()
    yield
    for used in caches.all(initialized_only=True):
        if isinstance(used, steady.SteadyRedisCache):
            used.fallback.clear()
    steady.link_to.cache_clear()


@pytest.fixture
def gate(settings: Settings) -> Iterator[Gate]:
    """Put a gate between the caches and the Redis of this test run."""
    parts = urlsplit(real_redis())
    made = Gate(parts.hostname or "", parts.port or 6379)
    user = parts.netloc.rpartition("@")[0]
    netloc = (f"{user}@" if user else "") + f"127.0.0.1:{made.port}"
    settings.CACHES = cache_settings(parts._replace(netloc=netloc).geturl(), one_process=False)
    yield made
    made.close()


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def any_cache(request: pytest.FixtureRequest, settings: Settings) -> Iterator[str]:
    """Run a test on both caches that answers can be kept in."""
    url = real_redis() if request.param == "redis" else ""
    settings.CACHES = cache_settings(url, one_process=True)
    caches["pages"].clear()
    yield request.param
    caches["pages"].clear()


@pytest.fixture
def away(settings: Settings) -> None:
    """Point the caches to a Redis that does not answer."""
    settings.CACHES = cache_settings(NOWHERE, one_process=False)


def link() -> steady.Link:
    """Return what this process knows about the server behind "pages"."""
    pages = caches["pages"]
    assert isinstance(pages, steady.SteadyRedisCache)
    return pages.link


def in_threads(count: int, work: Callable[[], Any]) -> list[Any]:
    """Run the same work in many threads that start together; return what they returned."""
    results: list[Any] = []
    barrier = threading.Barrier(count)

    def run() -> None:
        barrier.wait()
        results.append(work())

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert len(results) == count
    return results


# --- Answers ----------------------------------------------------------------------------


def test_an_answer_is_computed_once_for_each_set_of_parts(any_cache: str) -> None:
    answer = Counter()
    assert [cached(PROJECTS, {"page": 1, "status": "open"}, answer) for _ in range(3)] == [1] * 3
    assert cached(PROJECTS, {"status": "open", "page": 1}, answer) == 1  # the order is no part
    assert cached(PROJECTS, {"page": 2, "status": "open"}, answer) == 2
    assert cached(STATS, {"page": 1, "status": "open"}, answer) == 3


def test_none_is_an_answer_too(any_cache: str) -> None:
    calls = []
    for _ in range(2):
        assert cached(STATS, [], lambda: calls.append(1)) is None
    assert len(calls) == 1


@pytest.mark.parametrize("seconds", [0.0, 0.05])
def test_many_threads_that_miss_at_once_compute_once(any_cache: str, seconds: float) -> None:
    answer = Counter(seconds)
    assert in_threads(16, lambda: cached(PROJECTS, [], answer)) == [1] * 16
    assert answer.calls == 1


@pytest.mark.django_db(transaction=True)
def test_many_threads_compute_once_again_after_each_write(any_cache: str) -> None:
    answer = Counter(0.02)
    for write in range(1, 4):
        assert in_threads(8, lambda: cached(PROJECTS, [], answer)) == [write] * 8
        invalidate(PROJECTS)
    assert answer.calls == 3


def test_a_failed_computation_is_not_kept_and_holds_nobody_up(any_cache: str) -> None:
    def fail() -> int:
        raise ValueError("no such page")

    with pytest.raises(ValueError, match="no such page"):
        cached(PROJECTS, [], fail)
    started = time.monotonic()
    assert cached(PROJECTS, [], Counter()) == 1
    assert time.monotonic() - started < 1


def test_whoever_waits_takes_over_from_one_that_died(
    any_cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A lock whose holder was killed stays until it times out: then the next one computes.
    monkeypatch.setattr(caching, "LOCK_SECONDS", 1)
    real_add = type(caches["pages"]).add
    held: list[bool] = []

    def add(self: Any, key: str, value: Any, timeout: Any = None, version: Any = None) -> bool:
        if key.endswith(":lock") and not held:
            held.append(real_add(self, key, value, timeout))
            return False
        return bool(real_add(self, key, value, timeout))

    monkeypatch.setattr(type(caches["pages"]), "add", add)
    answer = Counter()
    assert cached(PROJECTS, [], answer) == 1
    assert held == [True]


def test_whoever_gets_the_lock_looks_again(any_cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real_add = type(caches["pages"]).add

    def add(self: Any, key: str, value: Any, timeout: Any = None, version: Any = None) -> bool:
        if key.endswith(":lock"):  # another one finishes between our look and our lock
            self.set(key.removesuffix(":lock"), ("theirs", time.time() + 60, 0.0), 60)
        return bool(real_add(self, key, value, timeout))

    monkeypatch.setattr(type(caches["pages"]), "add", add)
    assert cached(PROJECTS, [], lambda: "ours") == "theirs"


def test_patience_ends(any_cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "LOCK_SECONDS", 0.05)
    monkeypatch.setattr(type(caches["pages"]), "add", lambda *_, **__: False)
    caches["pages"].set_many({EPOCH: "a", "token:projects": "b"})
    answer = Counter()
    assert [cached(PROJECTS, [], answer) for _ in range(2)] == [1, 2]


def test_near_its_end_one_reader_computes_and_the_others_get_the_old_answer(
    any_cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Counter()
    assert cached(PROJECTS, [], answer) == 1
    monkeypatch.setattr(caching, "_nearly_over", lambda *_: True)
    seen = []

    def slow() -> int:
        seen.append(cached(PROJECTS, [], answer))  # what another reader gets meanwhile
        return answer()

    assert cached(PROJECTS, [], slow) == 2
    assert seen == [1]
    monkeypatch.undo()
    assert cached(PROJECTS, [], answer) == 2


def test_early_is_rare_far_from_the_end_and_sure_after_it() -> None:
    now = time.time()
    assert not any(caching._nearly_over(now + 60, cost=0.05) for _ in range(1000))
    assert all(caching._nearly_over(now, cost=0.05) for _ in range(1000))
    some = sum(caching._nearly_over(now + 1, cost=1.0) for _ in range(1000))
    assert 200 < some < 550  # e**-1 of them


# --- Writes -----------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_only_a_commit_invalidates_and_only_its_families(any_cache: str) -> None:
    lists, counters = Counter(), Counter()

    def read() -> tuple[int, int]:
        return cached(PROJECTS, [], lists), cached(STATS, [], counters)

    assert read() == (1, 1)
    with pytest.raises(RuntimeError), transaction.atomic():
        invalidate(PROJECTS)
        raise RuntimeError
    assert read() == (1, 1)
    with transaction.atomic():
        invalidate(PROJECTS)
        other = threading.Thread(target=lambda: cached(PROJECTS, [], lists))
        other.start()
        other.join()
        assert lists.calls == 1  # nobody else can see the write yet
    assert read() == (2, 1)
    invalidate(PROJECTS, STATS)
    assert read() == (3, 2)


@pytest.mark.django_db(transaction=True)
def test_a_reader_overtaken_by_a_write_cannot_keep_its_old_answer(any_cache: str) -> None:
    def overtaken() -> str:
        invalidate(PROJECTS)  # the write commits while this reader computes
        return "old"

    assert cached(PROJECTS, [], overtaken) == "old"
    assert cached(PROJECTS, [], lambda: "new") == "new"
    assert cached(PROJECTS, [], lambda: "newer") == "new"


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_nothing_is_read_from_the_cache_or_kept(any_cache: str) -> None:
    answer = Counter()
    assert cached(PROJECTS, [], answer) == 1
    with transaction.atomic():
        assert cached(PROJECTS, [], answer) == 2
    assert cached(PROJECTS, [], answer) == 1


def test_a_lost_token_leads_to_no_old_answer(any_cache: str) -> None:
    answer = Counter()
    for token in (EPOCH, "token:projects"):
        before = cached(PROJECTS, [], answer)
        caches["pages"].delete(token)  # evicted by a full Redis, for example
        assert cached(PROJECTS, [], answer) == before + 1


def test_threads_that_make_a_token_agree_on_one(any_cache: str) -> None:
    assert len(set(in_threads(16, lambda: caching._namespace(PROJECTS)))) == 1


# --- Redis goes away --------------------------------------------------------------------


def test_without_redis_from_the_start_every_read_computes(away: None) -> None:
    answer = Counter()
    started = time.monotonic()
    assert [cached(PROJECTS, [], answer) for _ in range(50)] == list(range(1, 51))
    assert time.monotonic() - started < 1


def test_every_operation_of_pages_is_a_miss_while_redis_is_away(away: None) -> None:
    pages = caches["pages"]
    pages.set("a", 1)
    pages.set_many({"a": 1, "b": 2})
    assert pages.get("a") is None
    assert pages.get("a", "default") == "default"
    assert pages.get_many(["a", "b"]) == {}
    assert pages.add("a", 1) is True  # as if it were stored: whoever asks for a lock gets it
    assert pages.get_or_set("a", 3) == 3
    assert not pages.has_key("a")
    assert "a" not in pages
    assert pages.touch("a") is False
    assert pages.delete("a") is False
    pages.delete_many(["a", "b"])
    pages.clear()
    with pytest.raises(ValueError, match="not found"):
        pages.incr("a")


def test_the_default_cache_counts_in_memory_while_redis_is_away(away: None) -> None:
    guard = caches["default"]
    guard.set("tries", 1, 60)
    assert guard.incr("tries") == 2
    assert guard.get("tries") == 2
    assert guard.add("key", "first", 60) is True
    assert guard.add("key", "second", 60) is False
    assert caches["pages"].get("tries") is None


def test_an_outage_is_logged_once(away: None, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="config.caches"):
        in_threads(8, lambda: [caches["pages"].get("a") for _ in range(20)])
        caches["default"].delete("a")
    [line] = [record.getMessage() for record in caplog.records]
    assert line.startswith("Cache is away: ConnectionError: ")


def test_in_the_pause_nobody_tries_and_after_it_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    server = steady.Link()
    assert [server.may_try() for _ in range(3)] == [True] * 3
    server.failed(OSError())
    assert [server.may_try() for _ in range(3)] == [False] * 3
    later = time.monotonic() + steady.PAUSE
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert [server.may_try() for _ in range(3)] == [True, False, False]
    server.answered()
    server.answered()
    assert [server.may_try() for _ in range(3)] == [True] * 3


@pytest.mark.redis
def test_redis_breaks_off_and_returns(
    gate: Gate, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steady, "PAUSE", 0.2)
    answer = Counter()
    assert [cached(PROJECTS, [], answer) for _ in range(2)] == [1, 1]
    with caplog.at_level(logging.INFO, logger="config.caches"):
        gate.set("refuse")
        assert [cached(PROJECTS, [], answer) for _ in range(3)] == [2, 3, 4]
        gate.set("open")
        time.sleep(0.2)
        assert [cached(PROJECTS, [], answer) for _ in range(3)] == [5, 5, 5]
    away, back = [record.getMessage() for record in caplog.records]
    assert away.startswith("Cache is away: ConnectionError: ")
    assert back == "Cache is back after 0 s"


@pytest.mark.redis
def test_a_redis_that_refuses_to_write_costs_no_page(settings: Settings) -> None:
    # "MISCONF": its disk is full. "OOM": its memory is. Both are errors of a server that answers.
    settings.CACHES = cache_settings(real_redis(), one_process=False)
    pages = caches["pages"]
    pages.set("a", 1, 60)

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise ResponseError("MISCONF Redis is configured to save RDB snapshots")

    pages._cache.set = refuse  # type: ignore[attr-defined]
    pages.set("a", 2, 60)
    assert link().away_since is not None
    assert pages.get("a") is None


@pytest.mark.redis
def test_a_silent_redis_delays_one_page_and_not_the_next(gate: Gate) -> None:
    answer = Counter()
    assert cached(PROJECTS, [], answer) == 1
    gate.set("hang")
    started = time.monotonic()
    assert cached(PROJECTS, [], answer) == 2
    delayed = time.monotonic() - started
    assert cached(PROJECTS, [], answer) == 3
    assert 0.4 < delayed < 1.5
    assert time.monotonic() - started - delayed < 0.2


@pytest.mark.redis
@pytest.mark.django_db(transaction=True)
def test_a_write_during_an_outage_is_seen_when_redis_returns_with_what_it_had(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steady, "PAUSE", 0.05)
    assert cached(PROJECTS, [], lambda: "old") == "old"
    gate.set("refuse")
    invalidate(PROJECTS)  # cannot reach Redis, where "old" still is
    gate.set("open")
    time.sleep(0.05)
    assert cached(PROJECTS, [], lambda: "new") == "new"
    assert cached(PROJECTS, [], lambda: "newer") == "new"


@pytest.mark.redis
@pytest.mark.django_db(transaction=True)
def test_an_invalidation_that_redis_refuses_is_made_up_for(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steady, "PAUSE", 0.05)
    settings.CACHES = cache_settings(real_redis(), one_process=False)
    assert cached(PROJECTS, [], lambda: "old") == "old"

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise ResponseError("READONLY You can't write against a read only replica.")

    caches["pages"]._cache.delete_many = refuse  # type: ignore[attr-defined]
    invalidate(PROJECTS)
    time.sleep(0.05)
    assert cached(PROJECTS, [], lambda: "new") == "new"
    assert cached(PROJECTS, [], lambda: "newer") == "new"


@pytest.mark.redis
@pytest.mark.django_db(transaction=True)
def test_an_invalidation_does_not_wait_for_the_pause_to_end(gate: Gate) -> None:
    gate.set("refuse")
    assert cached(PROJECTS, [], lambda: "away") == "away"
    gate.set("open")
    assert link().away_since is not None
    invalidate(PROJECTS)
    assert link().away_since is None


@pytest.mark.redis
def test_a_process_that_slept_through_a_restart_trusts_nothing(gate: Gate) -> None:
    # Redis restarts with what it had on disk. This process asked nothing meanwhile, so
    # no call of its own failed; it meets another run of the server when it reconnects.
    assert cached(PROJECTS, [], lambda: "old") == "old"
    link().server = "the run before"
    gate.set("refuse")
    gate.set("open")
    assert cached(PROJECTS, [], lambda: "new") == "new"
    assert cached(PROJECTS, [], lambda: "newer") == "new"
    assert link().away_since is None


@pytest.mark.redis
def test_with_redis_there_it_is_the_cache_of_django(settings: Settings) -> None:
    settings.CACHES = cache_settings(real_redis(), one_process=False)
    pages = caches["pages"]
    pages.clear()
    assert pages.add("a", 1, 60) is True
    assert pages.add("a", 2, 60) is False
    assert pages.incr("a", 2) == 3
    assert pages.decr("a") == 2
    pages.set_many({"b": [1.5], "c": None}, 60)
    assert pages.get_many(["a", "b", "c", "d"]) == {"a": 2, "b": [1.5], "c": None}
    assert pages.touch("a", 60) is True
    assert "a" in pages
    assert pages.delete("a") is True
    pages.delete_many(["b", "c"])
    assert pages.get("b") is None


# --- Settings ---------------------------------------------------------------------------


def test_without_redis_memory_holds_answers_for_one_process_only() -> None:
    one, several = (cache_settings("", one_process=flag) for flag in (True, False))
    assert one["pages"]["BACKEND"] == one["default"]["BACKEND"] == steady.MEMORY
    assert several["default"]["BACKEND"] == steady.MEMORY
    assert several["pages"]["BACKEND"] == steady.NOTHING


def test_several_processes_without_redis_keep_no_answers(settings: Settings) -> None:
    settings.CACHES = cache_settings("", one_process=False)
    answer = Counter()
    assert [cached(PROJECTS, [], answer) for _ in range(3)] == [1, 2, 3]
