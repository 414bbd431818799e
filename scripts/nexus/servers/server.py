"""What a server is to the tests, and how to tell whether it answers."""

import socket
import struct
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urlsplit

from nexus.problems import NexusError

DEFINE: Final = ("import_definitions", "--format", "json", "--quiet")  # arguments of rabbitmqctl
LONGEST_START: Final = 120.0  # seconds; RabbitMQ takes about 11 on two idle cores


class Server(ABC):
    """One server.

    Attributes:
        name: ``postgres``, ``redis`` or ``rabbitmq``.
        url: its address with user and password, as settings take it.
        ours: whether it was started here, so that a test may stop it.
    """

    ours = True

    def __init__(self, name: str, url: str) -> None:
        """Describe the server ``name`` at ``url``."""
        self.name = name
        self.url = url
        self.title = KINDS[name].title

    @abstractmethod
    def begin(self) -> None:
        """Start it without waiting until it answers."""

    @abstractmethod
    def stop(self) -> None:
        """Stop it in its own orderly way, keeping its data, and wait until it is gone."""

    @abstractmethod
    def kill(self) -> None:
        """End it at once, as a crash does, keeping what it had written."""

    @abstractmethod
    def pause(self) -> None:
        """Freeze it: connections stay, nothing answers."""

    @abstractmethod
    def unpause(self) -> None:
        """Let it go on after :meth:`pause`."""

    def define(self, definitions: str) -> None:  # noqa: ARG002 - for those that can
        """Have RabbitMQ import ``definitions``, JSON that names virtual hosts and permissions.

        Raises:
            NexusError: it refuses, or this is another server.
        """
        raise NexusError(f"{self.title} takes no definitions.")

    def discard(self) -> None:
        """End it for good; its data is not needed any more."""
        self.kill()

    def failure(self) -> str | None:
        """Return why it will never answer, or None while it still may."""
        return None

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.begin()
        self.wait_ready()

    def restart(self) -> None:
        """Stop it, start it, and wait until it answers."""
        self.stop()
        self.start()

    def answers(self) -> bool:
        """Return whether it answers in its own protocol now."""
        return answers(self.name, self.url)

    def wait_ready(self, seconds: float = LONGEST_START) -> None:
        """Return as soon as it answers.

        Raises:
            NexusError: it ended, or did not answer within ``seconds``.
        """
        end = time.monotonic() + seconds
        while not self.answers():
            if why := self.failure():
                raise NexusError(f"{self.title} did not start: {why}")
            if time.monotonic() > end:
                raise NexusError(f"{self.title} at {self.url} gave no answer for {seconds:.0f} s.")
            time.sleep(0.05)


class Named(Server):
    """A server that the environment names: somebody else's, so never stopped here."""

    ours = False

    def begin(self) -> None:
        """Refuse.

        Raises:
            NexusError: always.
        """
        raise NexusError(
            f"{self.title} is the one that {KINDS[self.name].variable} names; tests that stop "
            "servers need their own. Unset the variable and run them again."
        )

    stop = kill = pause = unpause = begin


def _postgres_answers(connection: socket.socket, url: SplitResult) -> bool:
    body = struct.pack(">i", 196608)  # protocol 3.0
    body += f"user\0{url.username or 'postgres'}\0database\0{url.path[1:]}\0\0".encode()
    connection.sendall(struct.pack(">i", len(body) + 4) + body)
    reply = connection.recv(1024)
    # An error is an answer too, unless it says that the server starts or stops (57P…).
    return reply[:1] in (b"R", b"E") and b"\0C57P" not in reply


def _redis_answers(connection: socket.socket, _: SplitResult) -> bool:
    connection.sendall(b"*1\r\n$4\r\nPING\r\n")
    return connection.recv(64).startswith((b"+PONG", b"-NOAUTH"))


def _rabbitmq_answers(connection: socket.socket, _: SplitResult) -> bool:
    connection.sendall(b"AMQP\0\0\x09\x01")
    return connection.recv(64)[:1] == b"\x01"  # the method frame of Connection.Start


@dataclass(frozen=True)
class Kind:
    """One kind of server: its name for people, for settings, for Debian, for the network."""

    title: str
    variable: str
    schemes: tuple[str, ...]
    package: str
    port: int
    asked: Callable[[socket.socket, SplitResult], bool]


KINDS: Final = {
    "postgres": Kind(
        "PostgreSQL",
        "DATABASE_URL",
        ("postgres", "postgresql", "psql", "pgsql"),
        "postgresql",
        5432,
        _postgres_answers,
    ),
    "redis": Kind("Redis", "REDIS_URL", ("redis", "rediss"), "redis-server", 6379, _redis_answers),
    "rabbitmq": Kind(
        "RabbitMQ", "BROKER_URL", ("amqp", "amqps"), "rabbitmq-server", 5672, _rabbitmq_answers
    ),
}


def answers(name: str, url: str, seconds: float = 2) -> bool:
    """Return whether the server of kind ``name`` at ``url`` answers in its own protocol.

    One behind TLS counts as answering when it takes the connection.
    """
    parts = urlsplit(url)
    try:
        address = (parts.hostname or "127.0.0.1", parts.port or KINDS[name].port)
        with socket.create_connection(address, seconds) as connection:
            connection.settimeout(seconds)
            return parts.scheme in ("rediss", "amqps") or KINDS[name].asked(connection, parts)
    except (OSError, ValueError):
        return False
