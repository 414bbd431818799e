"""Redis and RabbitMQ for examples: servers that one process shares, a place for each run.

Each server is started when the first example asks for it, and stopped when the process
ends. What a run gets is empty: a database of Redis, a virtual host of RabbitMQ. PostgreSQL
is in ``nexus.sql``, which also knows fixtures.
"""

import contextlib
import functools
import json
import secrets
import sys
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit, urlunsplit

from nexus.problems import NexusError
from nexus.servers import start
from nexus.servers.server import KINDS, Server

LENT = frozenset({"redis", "rabbitmq"})
_REDIS_DATABASE = "/9"  # not those that the board uses


def why_not(name: str) -> str:
    """Start the shared server ``name`` if need be; return "", or why there can be none."""
    try:
        _server(name)
    except NexusError as error:
        return str(error)
    return ""


def lent(needs: Iterable[str]) -> dict[str, str]:
    """Return the variables that point a run at empty places on the servers it needs.

    They are REDIS_URL and BROKER_URL, for the names in ``needs`` that are ``redis`` and
    ``rabbitmq``.

    Raises:
        NexusError: there is no such server here, or it refuses.
    """
    return {KINDS[name].variable: _EMPTY[name](_server(name)) for name in sorted(LENT & set(needs))}


@functools.cache
def _server(name: str) -> Server:
    # What it says on the way is no part of an example's output.
    with contextlib.redirect_stdout(sys.stderr):
        return start([name])[name]


def _empty_redis(server: Server) -> str:
    from redis import Redis, RedisError

    url = urlunsplit(urlsplit(server.url)._replace(path=_REDIS_DATABASE))
    try:
        with Redis.from_url(url) as client:
            client.flushdb()
    except RedisError as error:
        raise NexusError(f"Redis cannot be emptied: {error}") from error
    return url


def _empty_rabbitmq(server: Server) -> str:
    if not server.ours:
        return server.url  # the environment names it: a host that tests may fill
    name = f"nexus_{secrets.token_hex(6)}"
    all_of_it = dict.fromkeys(("configure", "write", "read"), ".*")
    user = urlsplit(server.url).username
    server.define(
        json.dumps(
            {
                "vhosts": [{"name": name}],
                "permissions": [{"user": user, "vhost": name, **all_of_it}],
            }
        )
    )
    return urlunsplit(urlsplit(server.url)._replace(path=f"/{name}"))


_EMPTY: dict[str, Callable[[Server], str]] = {
    "redis": _empty_redis,
    "rabbitmq": _empty_rabbitmq,
}
