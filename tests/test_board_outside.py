"""The board from outside: a real server, and schemathesis, which knows the contract alone.

It sends what the contract allows and what it forbids, and compares each answer with what
the contract promises: no server error, no status, header, type or shape that is not in it,
nothing wrong accepted, nothing right refused, nothing of others shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

from board import BOARD
from conftest import leave_out
from nexus.problems import NexusError
from nexus.servers import start
from outside.client import Run, run, token
from outside.server import Board, serve

pytestmark = pytest.mark.slow("starts a server and sends it thousands of requests")

# How many requests of each kind are made up for an operation, beside those that follow from
# the contract. Who is not signed in is mostly told so: few of them show all there is, and
# sequences of requests, of which the first creates something, lead nowhere.
SIGNED_IN = ("--max-examples", "30")
ANONYMOUS = ("--max-examples", "5", "--phases", "examples,coverage,fuzzing")


# Who signs in meets the database that production has; refusals need none.
signed_in = pytest.mark.parametrize("board", ["postgres"], indirect=True)
anonymous = pytest.mark.parametrize("board", ["sqlite"], indirect=True)


@pytest.fixture(scope="module")
def board(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Board]:
    """The board with data in it, on each kind of database."""
    folder = tmp_path_factory.mktemp("outside")
    if request.param == "sqlite":
        with serve(folder) as board:
            yield board
        return
    try:
        servers = start({"postgres"})
    except NexusError as error:
        leave_out(str(error))
    with servers, database(servers["postgres"].url) as url, serve(folder, url) as board:
        yield board


@signed_in
@pytest.mark.parametrize("version", ["v1", "v2"])
def test_rest_keeps_its_contract(
    board: Board, version: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run(board, f"{board.url}/api/openapi-{version}.json", *SIGNED_IN, signed_in=True)
    check(found, f"REST {version}, two people", capsys)
    assert found.facts["operations"]["tested"] >= 38  # fewer: the document lost some
    assert not found.never_accepted()
    assert not any(found.facts["warnings"].values())


@anonymous
@pytest.mark.parametrize("version", ["v1", "v2"])
def test_rest_keeps_its_contract_for_anybody(
    board: Board, version: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run(board, f"{board.url}/api/openapi-{version}.json", *ANONYMOUS, signed_in=False)
    check(found, f"REST {version}, anonymous", capsys)


@signed_in
def test_graphql_keeps_its_contract(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    found = run_graphql(board, *SIGNED_IN, "--header", f"Authorization: {token(board)}")
    check(found, "GraphQL, signed in", capsys)
    assert found.facts["operations"]["tested"] >= 27
    assert not found.never_accepted()


@anonymous
def test_graphql_keeps_its_contract_for_anybody(
    board: Board, capsys: pytest.CaptureFixture[str]
) -> None:
    check(run_graphql(board, *ANONYMOUS), "GraphQL, anonymous", capsys)


def run_graphql(board: Board, *options: str) -> Run:
    """Test the schema as it is committed: in production the board shows none."""
    schema = str(BOARD / "contract" / "schema.graphql")
    return run(board, schema, "--url", f"{board.url}/graphql/", *options, signed_in=False)


def check(found: Run, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Print how much was tested, and fail with all that schemathesis said if it found something."""
    with capsys.disabled():
        print(f"\nboard from outside, {what}: {found.summary}")
    assert found.status == 0, found.output
    assert found.facts["complete"], found.output
    assert not found.facts["errors"], found.output
    assert {phase["status"] for phase in found.facts["phases"].values()} <= {"success", "skip"}


@contextmanager
def database(url: str) -> Iterator[str]:
    """Make an empty database on the server at ``url``, yield its URL, and drop it."""
    name = f"outside_{uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
