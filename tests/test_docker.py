"""The board in containers, on a real engine: built, started, used, broken, stopped.

The tests go on in the order of this file, each with what those before it left behind.
"""

import email
import email.policy
import functools
import io
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tarfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from conftest import free_port, leave_out
from nexus.examples import every
from nexus.paths import EXAMPLES, ROOT, TESTS
from nexus.servers.compose import engine

BOARD = EXAMPLES / "board"
DOCKERFILES = [
    example.path for example in every() if example.kind.label == "Dockerfile"
]  # of the board and of the lessons
COMPOSE_FILES = [
    example.path
    for example in every()
    if example.path.suffix == ".yaml" and re.search(r"^services:", example.text, re.M)
]
CANARY = "canary-3f1c9a"  # stands in files that must not reach the image


def need_engine() -> None:
    """Leave a test out where no engine answers; in CI that is a failure."""
    # Not `skipif`: with --fast, the reason is that it is slow.
    if not engine():
        leave_out("no Docker engine with Compose answers")


@pytest.mark.skipif(sys.platform == "win32", reason="platform: hadolint has no wheel for Windows")
@pytest.mark.parametrize("path", DOCKERFILES, ids=str)
def test_hadolint_finds_nothing(path: Path) -> None:
    hadolint = shutil.which("hadolint", path=str(Path(sys.executable).parent))
    assert hadolint, "hadolint is not installed"
    command = [hadolint, "--no-color", "--failure-threshold", "warning", str(EXAMPLES / path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_image_holds_the_packages_of_the_lock() -> None:
    def pins(path: Path) -> set[str]:
        return set(re.findall(r"^[\w.-]+==\S+", path.read_text("utf-8"), re.M))

    ours = pins(BOARD / "requirements.txt")
    assert ours <= pins(ROOT / "requirements.txt"), "run python3 scripts/test.py --lock"
    assert {re.split("==", pin)[0] for pin in ours}.isdisjoint({"pytest", "mkdocs", "ruff"})


@pytest.mark.slow("asks Docker Compose")
@pytest.mark.parametrize("path", COMPOSE_FILES, ids=str)
def test_compose_files_are_valid_but_those_that_show_an_error(path: Path) -> None:
    need_engine()
    done = subprocess.run(
        ["docker", "compose", "-f", str(EXAMPLES / path), "config", "--quiet"],
        env={key: value for key, value in os.environ.items() if key != "POSTGRES_PASSWORD"}
        | {"PASSWORD": "any"},
        capture_output=True,
        text=True,
        check=False,
    )
    wrong = {"required.yaml": "is missing a value", "undefined.yaml": "undefined service"}
    if said := wrong.get(path.name):
        assert done.returncode != 0
        assert said in done.stderr
    else:
        assert (done.returncode, done.stderr) == (0, "")


class Stack:
    """The board of a clean clone in containers of its own, with a mail server beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.name = f"board-test-{secrets.token_hex(3)}"
        self.image = f"{self.name}:latest"
        self.environment = {
            **{key: os.environ[key] for key in os.environ if key not in self.variables()},
            "BOARD_IMAGE": self.image,
            "BOARD_PORT": str(self.port),
            "MAIL_PROGRAM": str(TESTS / "docker" / "mail.py"),
            "EMAIL_URL": "smtp://mail:1025",
            "COMPOSE_PROGRESS": "quiet",
        }

    @staticmethod
    @functools.cache
    def variables() -> frozenset[str]:
        """The variables that compose.yaml reads: those of this machine must not reach it."""
        text = (BOARD / "compose.yaml").read_text("utf-8")
        return frozenset(re.findall(r"\$\{(\w+)", text)) - {"BUILD_NETWORK"}

    def docker(self, *arguments: str, status: int = 0) -> str:
        """Run ``docker ARGUMENTS`` in the clone; return what it said."""
        done = subprocess.run(
            ["docker", *arguments],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=240,
        )
        assert done.returncode == status, done.stdout[-4000:]
        return done.stdout

    def compose(self, *arguments: str, status: int = 0) -> str:
        """Run ``docker compose ARGUMENTS`` on this stack."""
        files = ["-f", "compose.yaml", "-f", str(TESTS / "docker" / "compose.yaml")]
        return self.docker("compose", "-p", self.name, *files, *arguments, status=status)

    def up(self, *arguments: str) -> None:
        """Start what is not running, and wait until all of it is healthy."""
        try:
            self.compose("up", "-d", "--wait", "--wait-timeout", "150", *arguments)
        except AssertionError as error:
            logs = self.compose("logs", "--tail", "40")
            raise AssertionError(f"{error}\n{self.compose('ps', '-a')}\n{logs}") from None

    def ask(
        self, method: str, path: str, body: Any = None, token: str = "", status: int = 200
    ) -> Any:
        """Send a request to the board; return the body of the answer."""
        data = json.dumps(body).encode() if body is not None else None
        headers = {"Content-Type": "application/json"} if data else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        url = f"http://127.0.0.1:{self.port}{path}"
        request = urllib.request.Request(url, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                got, text = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            got, text = error.code, error.read().decode()
        assert got == status, f"{method} {path}: {got} {text[:500]}"
        return json.loads(text) if text.startswith(("{", "[")) else text

    def seen(self) -> list[dict[str, Any]]:
        """Return what the mail server has printed."""
        lines = self.compose("logs", "--no-log-prefix", "mail").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    def mails(self, to: str, subject: str) -> list[str]:
        """Return the texts of the mails that have arrived."""
        found = []
        for text in (line["mail"] for line in self.seen() if "mail" in line):
            mail = email.message_from_string(text, policy=email.policy.default)
            body = mail.get_body(("plain",))
            if mail["To"] == to and subject in mail["Subject"] and body:
                found.append(body.get_content())
        return found

    def mail(self, to: str, subject: str) -> str:
        """Wait for a mail; return its text."""
        return wait(lambda: self.mails(to, subject), f"no mail to {to}: {subject}", 75)[0]

    def member(self, name: str) -> str:
        """Sign somebody up, confirm the address by the mail, sign in; return the token."""
        who = {"email": f"{name.lower()}@example.org", "password": f"{name}-learns-42-things"}
        self.ask("POST", "/api/v1/auth/sign-up/", who | {"name": name}, status=201)
        text = self.mail(who["email"], "Confirm your e-mail address")
        confirmed = {"token": re.search(r"#token=(\S+)", text)[1]}  # type: ignore[index]
        self.ask("POST", "/api/v1/auth/verify-email/", confirmed, status=204)
        return str(self.ask("POST", "/api/v1/auth/jwt/", who)["access"])

    def join(self, token: str) -> None:
        """Ask to join the project."""
        path = "/api/v1/projects/bus-stops/requests/"
        self.ask("POST", path, {"message": "I can draw maps."}, token, 201)

    def hold_mail(self, held: bool) -> None:
        """Have the mail server answer nobody, or answer again."""
        self.compose("exec", "mail", *(["touch"] if held else ["rm"]), "/tmp/hold")


def wait(found, otherwise: str, seconds: float = 60) -> Any:
    """Return ``found()`` as soon as it is true."""
    end = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < end, otherwise
        time.sleep(0.5)
    return value


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    need_engine()
    folder = tmp_path_factory.mktemp("clone") / "board"
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "."],
        cwd=BOARD,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(BOARD / name, folder / name)
    # What lies about in a folder that somebody works in.
    for name in (".env.local", "db.sqlite3", "notes.txt", "config/__pycache__/settings.pyc"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(CANARY, "utf-8")
    stack = Stack(folder)
    try:
        stack.compose("build", "web")
        stack.up()
        yield stack
    finally:
        stack.compose("down", "--volumes", "--timeout", "1")
        stack.docker("image", "rm", "--force", stack.image)


class TestInContainers:
    """One board, from the first start to the last stop."""

    pytestmark = pytest.mark.slow("runs the board in containers")
    tokens: ClassVar[dict[str, str]] = {}

    def test_people_sign_up_announce_and_ask_to_join(self, stack: Stack) -> None:
        ready = stack.ask("GET", "/readyz")
        assert set(ready["dependencies"].values()) == {"ok"}
        self.tokens |= {name: stack.member(name) for name in ("Ada", "Ben")}
        project = {"title": "Bus stops", "pitch": "A map of all of them."}
        made = stack.ask("POST", "/api/v1/projects/", project, self.tokens["Ada"], 201)
        assert made["slug"] == "bus-stops"
        stack.join(self.tokens["Ben"])
        assert "I can draw maps." in stack.mail("ada@example.org", "Ben asks to join Bus stops")
        # The worker took them from RabbitMQ: in the web process nothing is sent.
        names = stack.compose("exec", "rabbitmq", "rabbitmqctl", "-q", "list_queues", "-p", "board")
        assert "notifications" in names
        assert "succeeded" in stack.compose("logs", "worker")

    def test_the_admin_has_its_style(self, stack: Stack) -> None:
        page = stack.ask("GET", "/admin/login/")
        css = re.search(r'href="(/static/admin/css/base\.[0-9a-f]{12}\.css)"', page)
        assert css, page[:800]
        url = f"http://127.0.0.1:{stack.port}{css[1]}"
        request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert "immutable" in answer.headers["Cache-Control"]

    @pytest.mark.parametrize("service", ["web", "worker", "beat"])
    def test_nobody_is_root_and_the_image_cannot_be_changed(
        self, stack: Stack, service: str
    ) -> None:
        assert stack.compose("exec", service, "id", "-u").strip() == "10001"
        status = stack.compose("exec", service, "cat", "/proc/1/status")
        assert re.search(r"^CapEff:\t0+$", status, re.M)
        for path in ("/app/manage.py", "/venv/bin/new", "/run/secrets/secret_key"):
            stack.compose("exec", service, "sh", "-c", f"echo >> {path}", status=2)

    def test_no_secret_is_in_the_image_or_in_what_inspect_shows(self, stack: Stack) -> None:
        names = ("secret_key", "postgres_password", "redis.conf", "rabbitmq.conf")
        files = [stack.compose("exec", "web", "cat", f"/run/secrets/{name}") for name in names]
        hidden = [text.split()[-1] for text in files]
        assert len(set(hidden)) == len(names)
        hidden.append(CANARY)
        told = stack.docker("history", "--no-trunc", stack.image)
        told += stack.docker("image", "inspect", stack.image)
        told += stack.docker("inspect", *stack.compose("ps", "-aq").split())
        assert not [secret for secret in hidden if secret in told]
        assert '"SECRET_KEY_FILE=' in told
        assert '"SECRET_KEY=' not in told
        contents = self.everything_in(stack)
        assert "def can_decide(" in contents  # it does look into the layers
        assert not [secret for secret in hidden if secret in contents]

    @staticmethod
    def everything_in(stack: Stack) -> "Contents":
        saved = stack.folder.parent / "image.tar"
        stack.docker("save", "-o", str(saved), stack.image)
        try:
            return Contents(saved)
        finally:
            saved.unlink()

    def test_a_killed_worker_loses_nothing(self, stack: Stack) -> None:
        self.tokens["Cem"] = stack.member("Cem")
        stack.hold_mail(True)
        before = len(stack.seen())
        stack.join(self.tokens["Cem"])
        wait(lambda: len(stack.seen()) > before, "the worker never began to send")
        stack.compose("kill", "worker")  # SIGKILL, in the middle of it
        stack.hold_mail(False)
        stack.up("--no-deps", "worker")
        assert stack.mail("ada@example.org", "Cem asks to join")
        assert len(stack.mails("ada@example.org", "Cem asks to join")) == 1

    def test_workers_can_be_three(self, stack: Stack) -> None:
        stack.up("--no-deps", "--no-recreate", "--scale", "worker=3", "worker")
        said = stack.compose("exec", "web", "celery", "-A", "config", "inspect", "ping")
        assert "3 nodes online." in said
        stack.up("--no-deps", "--no-recreate", "worker")

    def test_a_worker_that_is_stopped_ends_what_it_does(self, stack: Stack) -> None:
        self.tokens["Dea"] = stack.member("Dea")
        stack.hold_mail(True)
        before = len(stack.seen())
        stack.join(self.tokens["Dea"])
        wait(lambda: len(stack.seen()) > before, "the worker never began to send")
        stopping = subprocess.Popen(
            ["docker", "stop", *stack.compose("ps", "-q", "worker").split()],
            env=stack.environment,
            stdout=subprocess.DEVNULL,
        )
        time.sleep(1)
        stack.hold_mail(False)
        assert stopping.wait(70) == 0
        assert stack.mails("ada@example.org", "Dea asks to join")

    def test_data_survives_and_everybody_stays_signed_in(self, stack: Stack) -> None:
        stack.compose("stop")
        listed = stack.compose("ps", "-a", "--format=json").splitlines()
        states = [json.loads(line) for line in listed if line]
        codes = {state["Service"]: state["ExitCode"] for state in states}
        ours = {name: codes[name] for name in ("web", "worker", "beat", "migrate", "secrets")}
        assert set(ours.values()) == {0}, f"137 means killed: {ours}"
        stack.compose("down")
        stack.up()
        path = "/api/v1/projects/bus-stops/requests/"
        found = stack.ask("GET", path, token=self.tokens["Ada"])  # the same key signs
        assert len(found["results"]) == 3

    def test_without_a_mail_server_mail_is_printed(self, stack: Stack) -> None:
        said = stack.compose(
            *("run", "--rm", "--no-deps", "-e", "EMAIL_URL=consolemail://", "worker"),
            *("python", "manage.py", "sendtestemail", "ada@example.org"),
        )
        assert "To: ada@example.org" in said
        plain = {name: value for name, value in stack.environment.items() if name != "EMAIL_URL"}
        shown = subprocess.run(
            ["docker", "compose", "config"], cwd=stack.folder, env=plain, capture_output=True
        )
        assert yaml.safe_load(shown.stdout)["services"]["worker"]["environment"]["EMAIL_URL"] == (
            "consolemail://"
        )

    def test_a_change_of_the_code_keeps_the_packages(self, stack: Stack) -> None:
        def layers() -> list[str]:
            form = "{{json .RootFS.Layers}}"
            return json.loads(stack.docker("image", "inspect", "-f", form, stack.image))

        before = layers()
        changed = stack.folder / "projects" / "rules.py"
        changed.write_text(changed.read_text("utf-8") + "\n# changed\n", "utf-8")
        stack.compose("build", "web")
        same = [old == new for old, new in zip(before, layers(), strict=True)]
        # The last two are the code and what is made from it; the packages come before.
        assert same == [True] * (len(same) - 2) + [False, False]


class Contents:
    """All that the layers of a saved image hold, to be searched for a text."""

    def __init__(self, saved: Path) -> None:
        self._texts: list[bytes] = []
        with tarfile.open(saved) as image:
            for member in filter(tarfile.TarInfo.isfile, image):
                data = image.extractfile(member).read()  # type: ignore[union-attr]
                try:
                    with tarfile.open(fileobj=io.BytesIO(data)) as layer:  # may be compressed
                        for file in layer:
                            self._texts.append(file.name.encode())
                            if file.isfile():
                                self._texts.append(layer.extractfile(file).read())  # type: ignore[union-attr]
                except tarfile.ReadError:
                    self._texts.append(data)  # JSON about the image
        assert sum(map(len, self._texts)) > 50_000_000

    def __contains__(self, text: str) -> bool:
        return any(text.encode() in data for data in self._texts)
