"""The real servers of the tests: found or started, stopped and started, never left behind."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kombu import Connection
from redis import Redis

from conftest import free_port, leave_out
from nexus import commands, lending, servers
from nexus.paths import ROOT
from nexus.problems import NexusError
from nexus.servers import compose, finding, programs, server
from nexus.servers.ports import free_ports

pytestmark = [
    pytest.mark.slow("starts real servers"),
    pytest.mark.skipif(os.name == "nt", reason="platform: servers are started on Linux"),
]

needs_packages = pytest.mark.skipif(
    os.name == "nt" or not all(finding._in_packages(name) for name in servers.NAMES),
    reason="platform: the three servers are not installed; Docker starts them here",
)
needs_docker = pytest.mark.skipif(
    not compose.engine(), reason="no Docker engine answers; packages start the servers here"
)

# Starts the servers that it is told to, says where their processes and data are, then waits.
HOLDER = """
import sys, time
from nexus.servers import start
with start(sys.argv[1:], ways=["packages"]) as servers:
    for server in servers.values():
        print("started", server.folder, server._process.pid, flush=True)
    print("ready", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def redis() -> Iterator[servers.Servers]:
    try:
        with servers.start(["redis"], ways=["packages", "docker"]) as started:
            yield started
    except NexusError as error:
        leave_out(str(error))


def test_a_server_that_the_environment_names_is_used_and_left_alone(
    redis: servers.Servers, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REDIS_URL", redis["redis"].url)
    with servers.start(["redis"]) as named:
        assert named.environment()["REDIS_URL"] == redis["redis"].url
        assert named.environment()["RESULT_URL"] == redis["redis"].url.removesuffix("1") + "2"
        for act in ("stop", "kill", "start", "restart", "pause", "unpause"):
            with pytest.raises(NexusError, match="is the one that REDIS_URL names"):
                getattr(named["redis"], act)()
    assert redis["redis"].answers()
    assert "the one that REDIS_URL names" in capsys.readouterr().out


def test_a_server_of_our_own_stops_starts_and_crashes_on_the_same_port(
    redis: servers.Servers,
) -> None:
    ours = redis["redis"]
    for end in (ours.stop, ours.kill):
        end()
        assert not ours.answers()
        ours.start()
        assert ours.answers()
    ours.restart()
    assert ours.answers()
    ours.pause()
    assert not server.answers("redis", ours.url, 0.2)
    ours.unpause()
    assert ours.answers()
    ours.stop()
    ours.stop()  # nothing to do, nothing wrong
    assert not ours.answers()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        (None, "REDIS_URL is not set"),
        ("postgres://somewhere/else", "REDIS_URL names no Redis server"),
        ("redis://127.0.0.1:{port}/0", "the Redis that REDIS_URL names does not answer"),
        ("redis://127.0.0.1:word/0", "the Redis that REDIS_URL names does not answer"),
    ],
)
def test_what_cannot_be_had_is_one_paragraph(
    monkeypatch: pytest.MonkeyPatch, url: str | None, why: str
) -> None:
    monkeypatch.delenv("REDIS_URL", raising=False)
    if url:
        monkeypatch.setenv("REDIS_URL", url.format(port=free_port()))
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    monkeypatch.setattr(finding, "WHEELS_FOLDER", Path("nowhere"))
    monkeypatch.setattr(commands, "failure", lambda _: "no network")
    with pytest.raises(NexusError) as caught:
        servers.start(["redis"])
    text = str(caught.value)
    assert "\n" not in text
    for part in (
        "The tests need Redis",
        why,
        "Docker is not installed",
        "redis-server not installed (only root on Debian has it done here)",
        "pip could not install the wheels of Redis (no network)",
        "`apt-get install redis-server`",
        "set REDIS_URL",
    ):
        assert part in text


@pytest.mark.parametrize("works", [True, False])
def test_root_on_debian_has_missing_packages_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, works: bool
) -> None:
    here, done = tmp_path / "bin", []
    here.mkdir()

    def apt(command: list[str], _environment: dict[str, str]) -> str | None:
        done.append(" ".join(command[1:]))
        if not works:
            return "no such package"
        for program in finding.PROGRAMS["rabbitmq"]:
            (here / program).touch(0o755)
        return None

    monkeypatch.setattr(finding, "DEBIAN", (str(here.relative_to("/")),))
    monkeypatch.setattr(shutil, "which", which_in(here, apt_get="/usr/bin/apt-get"))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(commands, "failure", apt)
    reasons = finding.install(["rabbitmq"])
    assert done[-1] == (
        "-qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends rabbitmq-server"
    )
    assert bool(finding.locate("rabbitmq")) is works
    assert reasons == (
        []
        if works
        else [
            "apt-get could not install rabbitmq-server (no such package)",
            "no wheel holds RabbitMQ",
        ]
    )


@pytest.mark.skipif(sys.platform != "linux", reason="platform: the wheels are tried on Linux")
def test_wheels_start_what_nothing_else_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "DEBIAN", ())
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as another user when we are root
        monkeypatch.setattr(finding, "WHEELS_FOLDER", Path(folder) / "wheels")
        with servers.start(["postgres", "redis"], ways=["packages"]) as started:
            for each in started.values():
                assert folder in str(each.programs)  # type: ignore[attr-defined]
                each.restart()
                assert each.answers()


def test_programs_that_may_not_be_run_are_one_paragraph_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "redis-server").touch(0o644)
    monkeypatch.setattr(programs, "locate", lambda _: {"redis-server": f"{tmp_path}/redis-server"})
    with pytest.raises(NexusError, match=r"Redis did not start: .*Permission denied"):
        servers.start(["redis"], ways=["packages"])


def which_in(folder: Path, **others: str):
    """Return a ``shutil.which`` that sees only ``folder`` and ``others``."""

    def which(program: str, path: str | None = None) -> str | None:
        if path and (folder / program).exists():
            return str(folder / program)
        return others.get(program.replace("-", "_"))

    return which


def test_an_unknown_name_is_a_mistake_in_the_code() -> None:
    with pytest.raises(ValueError, match="unknown servers: mysql"):
        servers.start(["mysql"])


@needs_packages
def test_a_server_that_does_not_start_says_its_last_words(
    redis: servers.Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = redis["redis"].url.split(":")[-1].split("/")[0]
    monkeypatch.setattr(programs, "free_ports", lambda _: [int(taken)])
    monkeypatch.setattr(server, "answers", lambda *_: False)  # the one there is another's
    with pytest.raises(NexusError, match=r"Redis did not start: .*[Aa]ddress already in use"):
        servers.start(["redis"], ways=["packages"])


def test_a_server_that_never_answers_ends_the_wait() -> None:
    named = server.Named("redis", f"redis://127.0.0.1:{free_port()}/1")
    with pytest.raises(NexusError, match="gave no answer for 0 s"):
        named.wait_ready(0.2)


def test_only_the_right_protocol_counts_as_an_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        for name, kind in server.KINDS.items():
            url = f"{kind.schemes[0]}://127.0.0.1:{port}/1"
            assert not server.answers(name, url, 0.2), f"silence is no {kind.title}"


def test_ports_are_different_and_outside_the_range_of_outgoing_connections() -> None:
    found = free_ports(50)
    assert len(set(found)) == 50
    outgoing = Path("/proc/sys/net/ipv4/ip_local_port_range")
    if outgoing.exists():
        lowest = int(outgoing.read_text().split()[0])
        assert max(found) < lowest


@needs_packages
@pytest.mark.parametrize(
    "way",
    [
        pytest.param("docker", marks=needs_docker),
        pytest.param("packages", marks=needs_packages),
    ],
)
def test_each_run_finds_redis_and_rabbitmq_empty(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with servers.start(["redis", "rabbitmq"], ways=[way]) as started:
        monkeypatch.setattr(lending, "_server", started.__getitem__)
        for _ in range(2):
            urls = lending.lent({"redis", "rabbitmq", "files"})
            assert sorted(urls) == ["BROKER_URL", "REDIS_URL"]
            with Redis.from_url(urls["REDIS_URL"]) as client:
                assert client.dbsize() == 0
                client.set("left", "behind")
            with Connection(urls["BROKER_URL"]) as connection:
                queue = connection.SimpleQueue("left")
                assert queue.qsize() == 0
                queue.put("behind")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_when_the_tests_die(number: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, *servers.NAMES],
        env=os.environ | {"PYTHONPATH": str(ROOT / "scripts")},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if line == "ready\n":
            break
    started = [line.split()[1:] for line in said if line.startswith("started")]
    assert len(started) == len(servers.NAMES), "".join(said)
    folder = Path(started[0][0]).parent
    assert running(folder)
    process.send_signal(number)
    process.wait()
    wait_until(lambda: not folder.exists(), f"{folder} stays")
    wait_until(lambda: not running(folder), f"{running(folder)} still run")


@needs_docker
def test_docker_compose_starts_all_three_and_leaves_nothing() -> None:
    with servers.start(ways=["docker"]) as started:
        assert set(started) == set(servers.NAMES)
        for each in started.values():
            each.kill()
            assert not each.answers()
            each.start()
            assert each.answers()
        project = started["redis"]._project.name  # type: ignore[attr-defined]
    left = subprocess.run(
        [
            "docker",
            "ps",
            "--all",
            "--quiet",
            "--filter",
            f"label=com.docker.compose.project={project}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert left.stdout == ""


def running(folder: Path) -> list[str]:
    """Return the processes whose command line or working folder lies in ``folder``."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            inside = str((process / "cwd").readlink()).startswith(str(folder))
        except OSError:
            continue
        if line and (inside or str(folder) in line):
            found.append(f"{process.name}: {line}")
    return found


def wait_until(true, otherwise: str, seconds: float = 30) -> None:
    """Return as soon as ``true()`` is; fail after ``seconds``."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, otherwise
        time.sleep(0.05)
