"""Servers that Docker Compose starts."""

import functools
import os
import secrets
import shutil
import subprocess
import time
from collections.abc import Sequence

from nexus import commands
from nexus.paths import TESTS
from nexus.problems import NexusError
from nexus.servers.guard import Guard
from nexus.servers.ports import free_ports
from nexus.servers.server import DEFINE, KINDS, LONGEST_START, Server

FILE = TESTS / "servers" / "compose.yaml"


class Project:
    """One Compose project: what the commands for its services share."""

    def __init__(self, docker: str) -> None:
        """Choose a name, a password and the ports."""
        self.password = secrets.token_hex(12)
        self.ports = dict(zip(KINDS, free_ports(len(KINDS)), strict=True))
        self.environment = os.environ | {
            "NEXUS_PASSWORD": self.password,
            **{f"NEXUS_{name.upper()}_PORT": str(port) for name, port in self.ports.items()},
        }
        self.name = f"nexus-{secrets.token_hex(4)}"
        self._command = [docker, "compose", "--project-name", self.name, "--file", str(FILE)]

    def command(self, *arguments: str) -> list[str]:
        """Return the command line of ``docker compose ARGUMENTS`` for this project."""
        return [*self._command, *arguments]

    def run(self, *arguments: str, given: str = "") -> str | None:
        """Run ``docker compose ARGUMENTS``; return None, or what went wrong."""
        return commands.failure(self.command(*arguments), self.environment, given)


class Container(Server):
    """A server in a container."""

    def __init__(self, project: Project, name: str) -> None:
        """Describe the service ``name`` of ``project``."""
        scheme, path = (
            KINDS[name].schemes[0],
            {"postgres": "nexus", "redis": "1", "rabbitmq": "%2F"}[name],
        )
        user = "" if name == "redis" else "nexus"
        address = f"{user}:{project.password}@127.0.0.1:{project.ports[name]}"
        super().__init__(name, f"{scheme}://{address}/{path}")
        self._project = project
        self._failure: str | None = None

    def begin(self) -> None:
        """Start the container again; it keeps its data while it is stopped."""
        self._failure = self._project.run("start", self.name)

    def stop(self) -> None:
        """Stop the container: the server gets SIGTERM, or what its image asks for."""
        self._failure = self._project.run("stop", "--timeout", "60", self.name)

    def kill(self) -> None:
        """Kill the container."""
        self._project.run("kill", self.name)

    def pause(self) -> None:
        """Freeze the container."""
        self._project.run("pause", self.name)

    def unpause(self) -> None:
        """Let the container go on."""
        self._project.run("unpause", self.name)

    def define(self, definitions: str) -> None:
        """Have RabbitMQ import ``definitions``.

        Raises:
            NexusError: it refuses.
        """
        # By way of a file: through `exec`, rabbitmqctl does not see the end of its input.
        script = f"cat > /tmp/definitions && rabbitmqctl {' '.join(DEFINE)} /tmp/definitions"
        command = ("exec", "--no-TTY", self.name, "sh", "-c", script)
        if why := self._project.run(*command, given=definitions):
            raise NexusError(f"{self.title} refused definitions: {why}")

    def failure(self) -> str | None:
        """Return what Compose said when it could not start the container."""
        return self._failure


def start(names: Sequence[str], guard: Guard) -> tuple[dict[str, Server], list[str]]:
    """Start ``names`` in containers; return them, or none and why."""
    docker = shutil.which("docker")
    if docker is None:
        return {}, ["Docker is not installed"]
    if not engine():
        return {}, ["no Docker engine with Compose answers"]
    project = Project(docker)
    titles = ", ".join(KINDS[name].title for name in names)
    print(f"{titles}: starting with Docker Compose.", flush=True)
    began = time.monotonic()
    down = project.command("down", "--volumes", "--timeout", "1")
    guard.run(down, project.environment)
    limit = ("--wait", "--wait-timeout", f"{LONGEST_START:.0f}")
    if why := project.run("up", "--detach", "--quiet-pull", *limit, *names):
        project.run("down", "--volumes", "--timeout", "1")
        print(f"Docker Compose could not start them: {why}", flush=True)
        return {}, [f"Docker Compose could not start it ({why})"]
    found: dict[str, Server] = {name: Container(project, name) for name in names}
    for server in found.values():
        # Healthy inside its container; from here it must answer too.
        if not server.answers():
            return {}, [f"{server.title} in Docker does not answer at 127.0.0.1"]
    print(f"{titles}: ready in Docker after {time.monotonic() - began:.1f} s.", flush=True)
    return found, []


@functools.cache
def engine() -> bool:
    """Return whether a Docker engine answers and Compose is there."""
    return _succeeds("docker", "info") and _succeeds("docker", "compose", "version")


def _succeeds(*command: str) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
