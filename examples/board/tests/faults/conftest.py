"""What the fault tests share."""

import os
import shlex
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from rest_framework.authtoken.models import Token

from people.models import Person
from tests.faults.mailbox import Mailbox
from tests.faults.processes import Board

COMMAND = os.environ.get("FAULTS_COMMAND", "")
UNDO = {"stop": "start", "kill": "start", "pause": "unpause"}

Control = Callable[[str, str], None]


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known that these tests carry."""
    config.addinivalue_line("markers", "faults: stops servers (FAULTS_COMMAND)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip where no command stops the servers."""
    for item in items:
        if item.get_closest_marker("faults") and not COMMAND:
            item.add_marker(pytest.mark.skip(reason="stops servers: set FAULTS_COMMAND"))


def control(action: str, name: str) -> None:
    """Stop, start, kill or restart a server, and wait until that is done."""
    subprocess.run([*shlex.split(COMMAND), action, name], check=True, capture_output=True)


@pytest.fixture
def servers() -> Iterator[Control]:
    """The switch for servers; whatever a test took away is back after it."""
    undo: dict[str, str] = {}

    def switch(action: str, name: str) -> None:
        undo.pop(name, None)
        if action in UNDO:
            undo[name] = UNDO[action]
        control(action, name)
        if name == "postgres":
            connection.close()  # the tests' own, which is broken now

    yield switch
    for name, action in dict(undo).items():
        switch(action, name)


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A mail server that counts."""
    with Mailbox() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def board(
    servers: Control, transactional_db: None, mailbox: Mailbox, tmp_path: Path
) -> Iterator[Board]:
    """The board; its processes end before the tables are emptied."""
    board = Board(tmp_path, mailbox.url)
    yield board
    board.end()


@pytest.fixture
def token() -> Callable[[Person], str]:
    """A function that gives a person's key for the API."""
    return lambda person: str(Token.objects.get_or_create(user=person)[0].key)
