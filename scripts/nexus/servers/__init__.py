"""Real PostgreSQL, Redis and RabbitMQ for the tests: found running, else started.

A server that the environment names and that answers is used. Otherwise Docker Compose
starts one where an engine answers, else the machine's own packages do, on private ports
and in a temporary folder; as root on Debian, missing packages are installed first. All
that was started is stopped when the tests end, whichever way they end.

    with start({"postgres", "redis"}) as servers:
        subprocess.run(command, env=os.environ | servers.environment())
        servers["redis"].restart()

From a shell, ``python3 -m nexus.servers`` in ``scripts/`` starts all three and prints their
addresses; see ``--help``.

Standard library only, so that a server can be started before anything is installed.
"""

import atexit
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit, urlunsplit

from nexus.problems import NexusError
from nexus.servers import compose, programs
from nexus.servers.guard import Guard
from nexus.servers.server import KINDS, Named, Server, answers

__all__ = ["NAMES", "WAYS", "Server", "Servers", "start"]

NAMES = tuple(KINDS)
WAYS = ("environment", "docker", "packages")


class Servers(Mapping[str, Server]):
    """Servers that run, by name: ``postgres``, ``redis``, ``rabbitmq``."""

    def __init__(self) -> None:
        """Begin with none; :func:`start` adds them."""
        self._guard = Guard()
        self._running: dict[str, Server] = {}
        atexit.register(self.stop)

    def __getitem__(self, name: str) -> Server:
        """Return the server ``name``."""
        return self._running[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._running)

    def __len__(self) -> int:
        """Return how many servers there are."""
        return len(self._running)

    def __enter__(self) -> Self:
        """Return the servers; they are stopped when the block ends."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop what was started."""
        self.stop()

    def environment(self) -> dict[str, str]:
        """Return the variables that point a program at these servers.

        They are DATABASE_URL, REDIS_URL and BROKER_URL, and RESULT_URL: a database of its
        own on the same Redis.
        """
        found = {KINDS[name].variable: server.url for name, server in self._running.items()}
        if redis := found.get("REDIS_URL"):
            found["RESULT_URL"] = urlunsplit(urlsplit(redis)._replace(path="/2"))
        return found

    def add(self, names: Sequence[str], way: str) -> list[str]:
        """Have each of ``names`` by ``way`` where possible; return why where it is not."""
        if way == "environment":
            found, reasons = _named(names)
        else:
            found, reasons = {"docker": compose, "packages": programs}[way].start(
                names, self._guard
            )
        self._running |= found
        return reasons

    def stop(self) -> None:
        """Stop what was started and remove its data; a second call does nothing."""
        for server in self._running.values():
            if server.ours:
                server.discard()
        self._running.clear()
        self._guard.close()
        atexit.unregister(self.stop)


def start(names: Iterable[str] = NAMES, *, ways: Sequence[str] = WAYS) -> Servers:
    """Start the servers ``names`` and return them when each of them answers.

    Args:
        names: any of ``postgres``, ``redis``, ``rabbitmq``.
        ways: how they may be had, in this order. Without ``environment`` they are our own,
            which a test may stop and restart.

    Raises:
        NexusError: one of them cannot be had; the text says what was tried and what to do.
    """
    wanted = [name for name in NAMES if name in set(names)]
    if unknown := set(names) - set(NAMES):
        raise ValueError(f"unknown servers: {', '.join(sorted(unknown))}")
    servers = Servers()
    tried: list[str] = []
    missing = wanted
    try:
        for way in ways:
            if missing:
                tried += servers.add(missing, way)
                missing = [name for name in wanted if name not in servers]
        if missing:
            raise NexusError(_regret(missing, tried))
    except BaseException:
        servers.stop()
        raise
    return servers


def _named(names: Sequence[str]) -> tuple[dict[str, Server], list[str]]:
    """Return the servers that the environment names and that answer, and why others do not."""
    found: dict[str, Server] = {}
    reasons = []
    for name in names:
        kind = KINDS[name]
        if not (url := os.environ.get(kind.variable)):
            reasons.append(f"{kind.variable} is not set")
        elif urlsplit(url).scheme not in kind.schemes:
            reasons.append(f"{kind.variable} names no {kind.title} server")
        elif not answers(name, url):
            reasons.append(f"the {kind.title} that {kind.variable} names does not answer")
        else:
            found[name] = Named(name, url)
            print(f"{kind.title}: the one that {kind.variable} names.", flush=True)
    return found, reasons


def _regret(missing: Sequence[str], tried: Sequence[str]) -> str:
    titles = " and ".join(KINDS[name].title for name in missing)
    variables = " and ".join(KINDS[name].variable for name in missing)
    packages = " ".join(KINDS[name].package for name in missing)
    return (
        f"The tests need {titles}, and found no way to have it: {'; '.join(tried)}. Start Docker, "
        f"or on Debian and Ubuntu run `apt-get install {packages}`, or set {variables} to a "
        "running server that tests may fill and empty, then run the same command again."
    )
