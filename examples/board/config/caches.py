"""Redis as a cache that may go away without taking the board along.

While Redis does not answer, `SteadyRedisCache` lets another backend answer in its place:
one that holds nothing (every read is a miss, so pages come from the database) or one in
this process's memory (throttles go on counting, each process for itself).
"""

import logging
import re
import time
from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.redis import RedisCache
from django.utils.functional import cached_property
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)

MEMORY = "django.core.cache.backends.locmem.LocMemCache"
NOTHING = "django.core.cache.backends.dummy.DummyCache"
PAUSE = 3.0  # seconds between two attempts to reach a server that is away
EPOCH = "epoch"  # part of every cached answer's key: without it, all of them are gone


def cache_settings(url: str, *, one_process: bool) -> dict[str, dict[str, Any]]:
    """Return `CACHES`: "default" for throttles, "pages" for answers.

    Args:
        url: Where Redis is; empty for none.
        one_process: Whether memory can stand in for Redis for "pages" too. With several
            processes it cannot: none would hear that another has written.
    """
    memory = {"BACKEND": MEMORY, "OPTIONS": {"MAX_ENTRIES": 10_000}}
    if not url:
        return {"default": memory, "pages": memory if one_process else {"BACKEND": NOTHING}}
    return {
        alias: {
            "BACKEND": "config.caches.SteadyRedisCache",
            "LOCATION": url,
            "KEY_PREFIX": "board",
            "OPTIONS": {
                "fallback": fallback,
                # A cache that answers late is worse than none.
                "socket_connect_timeout": 0.25,
                "socket_timeout": 0.5,
            },
        }
        for alias, fallback in (("default", MEMORY), ("pages", NOTHING))
    }


class Link:
    """What this process knows about one server: whether it answers, and since when.

    A circuit breaker: after a failure nobody tries for `PAUSE` seconds, then one caller
    does while the others go on without. Each outage is logged once, and so is its end.
    """

    def __init__(self) -> None:
        self.away_since: float | None = None
        self.server: str | None = None  # the run of Redis whose answers we may trust
        self._try_at = 0.0
        self._lock = Lock()

    def may_try(self) -> bool:
        """Return whether a caller should ask the server now."""
        if self.away_since is None:
            return True
        with self._lock:
            if (now := time.monotonic()) < self._try_at:
                return False
            self._try_at = now + PAUSE
            return True

    def failed(self, error: Exception) -> None:
        """Note that the server did not answer."""
        with self._lock:
            now = time.monotonic()
            first, self.away_since = self.away_since is None, self.away_since or now
            self._try_at = now + PAUSE
            self.server = None  # writes of ours may be lost: see `SteadyRedisCache._greet`
        if first:
            logger.warning("Cache is away: %s: %s", type(error).__name__, error)

    def answered(self) -> None:
        """Note that the server answered."""
        with self._lock:
            since, self.away_since = self.away_since, None
        if since is not None:
            logger.warning("Cache is back after %.0f s", time.monotonic() - since)


@cache
def link_to(location: str) -> Link:
    """Return the one link of this process to a server: Django makes a cache per thread."""
    return Link()


def _steady(name: str, *, always: bool = False) -> Callable[..., Any]:
    """Return a cache operation that falls back while Redis is away.

    `always` tries even during the pause. Deleting does: an invalidation that is lost
    because Redis has been back for a second costs more than a short wait.
    """
    operation = getattr(RedisCache, name)

    def steady(self: "SteadyRedisCache", *args: Any, **kwargs: Any) -> Any:
        if always or self.link.may_try():
            if self.link.server is None:
                vars(self).pop("_cache", None)  # a new connection, so that `_greet` is called
            try:
                result = operation(self, *args, **kwargs)
            except self.troubles as error:
                self.link.failed(error)
            else:
                self.link.answered()
                return result
        return getattr(self.fallback, name)(*args, **kwargs)

    return steady


class SteadyRedisCache(RedisCache):
    """Django's Redis cache, with a fallback for the time when Redis is away."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = {"redis_connect_func": self._greet, **params.pop("OPTIONS", {})}
        fallback = import_string(options.pop("fallback", NOTHING))
        super().__init__(server, params | {"OPTIONS": options})
        self.link = link_to(server)
        self.fallback: BaseCache = fallback("fallback", {"OPTIONS": {"MAX_ENTRIES": 10_000}})

    @cached_property
    def troubles(self) -> type[Exception]:
        """What the client raises when the server is away, full or being replaced."""
        from redis import RedisError  # without Redis, the board needs no client either

        return RedisError

    def _greet(self, connection: Any) -> None:
        """Open a connection; after an outage, first throw the cached answers away.

        A write during an outage could not invalidate them, and Redis may come back with
        what it had. So whoever meets a server that has restarted, or that has failed us
        before, starts a new epoch before reading anything. A server that refuses this
        refuses invalidations too, and counts as away.

        One gap is left: a server that hung and did not restart. A process that asked
        nothing meanwhile goes on with the old epoch until one that noticed asks again.
        """
        connection.on_connect()
        connection.send_command("INFO", "server")
        found = re.search(rb"run_id:(\w+)", connection.read_response())
        server = found[1].decode() if found else "unknown"
        if server != self.link.server:
            connection.send_command("DEL", self.make_key(EPOCH))
            connection.read_response()
            self.link.server = server

    add = _steady("add")
    get = _steady("get")
    set = _steady("set")
    touch = _steady("touch")
    has_key = _steady("has_key")
    incr = _steady("incr")
    get_many = _steady("get_many")
    set_many = _steady("set_many")
    delete = _steady("delete", always=True)
    delete_many = _steady("delete_many", always=True)
    clear = _steady("clear", always=True)
