"""Servers that run as programs of this machine: private ports, a temporary data folder."""

import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nexus import commands
from nexus.problems import NexusError
from nexus.servers.finding import install, locate
from nexus.servers.guard import Guard
from nexus.servers.ports import free_ports
from nexus.servers.server import DEFINE, KINDS, Server

LONGEST_STOP = 60.0  # seconds


class Program(Server):
    """A server that runs as a process group of its own.

    Subclasses say what to prepare once, how to start it, and which signals it takes.
    """

    gently = signal.SIGTERM
    crash = "SIGKILL"  # by name: Windows has none of these signals

    def __init__(self, name: str, address: str, folder: Path, guard: Guard) -> None:
        """Describe the server ``name``, which may write to ``folder``."""
        super().__init__(name, f"{KINDS[name].schemes[0]}://{address}")
        self.folder = folder
        self.guard = guard
        self.log = folder / "log"
        self._process: subprocess.Popen[bytes] | None = None
        self._helpers: list[subprocess.Popen[bytes]] = []
        # Nothing of our own settings: PGHOST, RABBITMQ_NODENAME and the like would reach it.
        self.environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
        self.account: dict[str, Any] = {}
        self.programs = locate(name) or {}

    @abstractmethod
    def prepare(self) -> None:
        """Write what it needs before its first start."""

    @abstractmethod
    def command(self) -> list[str]:
        """Return its command line; it must stay in the foreground."""

    def settle(self) -> None:
        """Do what can be done only while it answers, after its first start."""

    def begin(self) -> None:
        """Start the process."""
        self._process = self.spawn(self.command())

    def spawn(self, command: list[str]) -> subprocess.Popen[bytes]:
        """Start ``command`` in a process group of its own, which the guard watches.

        Raises:
            NexusError: the system does not let it start.
        """
        try:
            with self.log.open("ab") as log:
                process = subprocess.Popen(
                    command,
                    cwd=self.folder,
                    env=self.environment,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                    **self.account,
                )
        except OSError as error:
            raise NexusError(f"{self.title} did not start: {error}") from error
        self.guard.watch(process.pid, getattr(signal, self.crash))
        return process

    def run(self, *command: str) -> None:
        """Run ``command`` to its end.

        Raises:
            NexusError: it failed.
        """
        process = self.spawn(list(command))
        status = process.wait()
        self.guard.forget(process.pid)
        if status != 0:
            raise NexusError(f"{self.title} did not start: {self._last_words()}")

    def stop(self) -> None:
        """Stop it in its orderly way and wait until it is gone."""
        self._end(self.gently)

    def kill(self) -> None:
        """End it at once, as a crash does."""
        self._end(getattr(signal, self.crash))

    def pause(self) -> None:
        """Freeze its processes."""
        self._signal(signal.SIGSTOP)

    def unpause(self) -> None:
        """Let its processes go on."""
        self._signal(signal.SIGCONT)

    def discard(self) -> None:
        """End it and its helpers for good."""
        self.kill()
        while self._helpers:
            self._finish(self._helpers.pop(), signal.SIGTERM)

    def failure(self) -> str | None:
        """Return the end of its log when its process has ended."""
        if self._process is None or self._process.poll() is None:
            return None
        return self._last_words()

    def _end(self, number: int) -> None:
        if self._process is not None:
            self._finish(self._process, number)
            self._process = None

    def _signal(self, number: int) -> None:
        if self._process is not None:
            os.killpg(self._process.pid, number)

    def _finish(self, process: subprocess.Popen[bytes], number: int) -> None:
        """Send the signal ``number`` to the group of ``process`` and wait for its end."""
        try:
            os.killpg(process.pid, number)
            process.wait(LONGEST_STOP)
        except ProcessLookupError:
            process.wait()
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.guard.forget(process.pid)

    def _last_words(self) -> str:
        lines = self.log.read_text("utf-8", errors="replace").split("\n")
        return " ".join(" ".join(lines[-12:]).split())[-600:]


class Postgres(Program):
    """PostgreSQL. It refuses to run as root, so there it runs as the user ``postgres``."""

    gently = signal.SIGINT  # "fast": rolls back what runs, and does not wait for clients
    crash = "SIGQUIT"  # its own "immediate" stop, as after a crash; nothing is left behind

    def __init__(self, folder: Path, password: str, guard: Guard) -> None:
        """Choose a port."""
        (self.port,) = free_ports(1)
        super().__init__("postgres", f"nexus:{password}@127.0.0.1:{self.port}/nexus", folder, guard)
        self.password = password
        if os.geteuid() == 0:
            user, group = _unprivileged()
            self.account = {"user": user, "group": group, "extra_groups": []}
            os.chown(folder, user, group)

    def prepare(self) -> None:
        """Make the data folder."""
        given = self.folder / "password"
        given.touch(0o600)
        given.write_text(self.password, "utf-8")
        if self.account:
            os.chown(given, self.account["user"], self.account["group"])
        self.run(
            self.programs["initdb"],
            f"--pgdata={self.folder / 'data'}",
            "--username=nexus",
            f"--pwfile={given}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            f"--locale={'C.UTF-8' if sys.platform == 'linux' else 'en_US.UTF-8'}",
            "--no-sync",
        )

    def command(self) -> list[str]:
        """Return the server's command line."""
        settings = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            # Survives the end of the process, not of the machine: right for tests.
            "fsync": "off",
            "full_page_writes": "off",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [self.programs["postgres"], "-D", str(self.folder / "data"), *options]

    def settle(self) -> None:
        """Create the database that the address names."""
        where = ("--host=127.0.0.1", f"--port={self.port}", "--username=nexus")
        self.environment["PGPASSWORD"] = self.password
        self.run(self.programs["createdb"], *where, "nexus")


class Redis(Program):
    """Redis without a file: what it holds is gone when it stops."""

    def __init__(self, folder: Path, password: str, guard: Guard) -> None:
        """Choose a port."""
        (self.port,) = free_ports(1)
        super().__init__("redis", f":{password}@127.0.0.1:{self.port}/1", folder, guard)
        self.password = password

    def prepare(self) -> None:
        """Write the configuration, which other users of this machine cannot read."""
        settings = {
            "bind": "127.0.0.1",
            "port": self.port,
            "requirepass": self.password,
            "save": '""',
            "appendonly": "no",
            "dir": f'"{self.folder}"',
        }
        lines = "".join(f"{name} {value}\n" for name, value in settings.items())
        (self.folder / "redis.conf").write_text(lines, "utf-8")

    def command(self) -> list[str]:
        """Return the server's command line."""
        return [self.programs["redis-server"], str(self.folder / "redis.conf")]


class RabbitMQ(Program):
    """RabbitMQ with a node, a cookie and a port mapper of its own."""

    def __init__(self, folder: Path, password: str, guard: Guard) -> None:
        """Choose its three ports."""
        self.port, distribution, self.mapper = free_ports(3)
        super().__init__("rabbitmq", f"nexus:{password}@127.0.0.1:{self.port}/%2F", folder, guard)
        self.password = password
        own = {
            "NODENAME": f"nexus-{self.port}@localhost",
            "BASE": folder,
            "MNESIA_BASE": folder / "mnesia",
            "LOG_BASE": folder,
            "CONFIG_FILE": folder / "rabbitmq",
            "CONF_ENV_FILE": folder / "none",
            "ADVANCED_CONFIG_FILE": folder / "none",
            "ENABLED_PLUGINS_FILE": folder / "plugins",
            "GENERATED_CONFIG_DIR": folder / "generated",
            "DIST_PORT": distribution,
            "SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
        }
        self.environment |= {f"RABBITMQ_{name}": str(value) for name, value in own.items()}
        self.environment |= {
            "ERL_EPMD_PORT": str(self.mapper),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "ERL_CRASH_DUMP_SECONDS": "0",
        }

    def prepare(self) -> None:
        """Write the configuration and start the port mapper, which stays until the end."""
        settings = {
            "listeners.tcp.1": f"127.0.0.1:{self.port}",
            "default_user": "nexus",
            "default_pass": self.password,
            "log.console": "true",
            "log.file": "false",
        }
        lines = "".join(f"{name} = {value}\n" for name, value in settings.items())
        (self.folder / "rabbitmq.conf").write_text(lines, "utf-8")
        (self.folder / "plugins").write_text("[].\n", "utf-8")
        # Left to itself RabbitMQ starts a mapper that outlives it and that nobody stops.
        mapper = [self.programs["epmd"], "-port", str(self.mapper), "-address", "127.0.0.1"]
        self._helpers.append(self.spawn(mapper))

    def command(self) -> list[str]:
        """Return the server's command line."""
        return [self.programs["rabbitmq-server"]]

    def define(self, definitions: str) -> None:
        """Have it import ``definitions``.

        Raises:
            NexusError: it refuses.
        """
        command = [self.programs["rabbitmqctl"], *DEFINE]
        if why := commands.failure(command, self.environment, definitions):
            raise NexusError(f"RabbitMQ refused definitions: {why}")


def start(names: Sequence[str], guard: Guard) -> tuple[dict[str, Server], list[str]]:
    """Start ``names`` from packages; return those that run, and why others do not.

    Raises:
        NexusError: one is installed, but does not start.
    """
    if os.name == "nt":
        return {}, ["on Windows only Docker starts them"]
    reasons = install(names)
    able = [name for name in names if locate(name)]
    if not able:
        return {}, reasons
    top = Path(tempfile.mkdtemp(prefix="nexus-servers-"))
    guard.remove(top)
    top.chmod(0o755)  # PostgreSQL's own user passes through it
    print(f"{_titles(able)}: starting on this machine.", flush=True)
    began = time.monotonic()
    running: list[Program] = []
    try:
        # RabbitMQ takes longest, so it begins first and is waited for last.
        for name in sorted(able, key=lambda name: name != "rabbitmq"):
            folder = top / name
            folder.mkdir(0o700)
            running.append(_CLASSES[name](folder, secrets.token_hex(12), guard))
            running[-1].prepare()
            running[-1].begin()
        for server in reversed(running):
            server.wait_ready()
            server.settle()
            print(f"{server.title}: ready after {time.monotonic() - began:.1f} s.", flush=True)
    except BaseException:
        for server in running:
            server.discard()
        raise
    return {server.name: server for server in running}, reasons


_CLASSES: dict[str, Callable[[Path, str, Guard], Program]] = {
    "postgres": Postgres,
    "redis": Redis,
    "rabbitmq": RabbitMQ,
}


def _unprivileged() -> tuple[int, int]:
    """Return the numbers of a user and a group that are not root's."""
    import pwd  # not on Windows

    names = {user.pw_name for user in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return user.pw_uid, user.pw_gid


def _titles(names: Sequence[str]) -> str:
    return ", ".join(KINDS[name].title for name in names)
