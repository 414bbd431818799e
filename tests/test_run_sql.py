"""SQL in the page: printed as psql prints it, on a database as fresh as that of a local run."""

import json
import os
import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from browsing import (
    PATIENCE,
    agree,
    block,
    check_accessibility,
    output_of,
    run_block,
    said_of,
    type_code,
    watch,
)
from conftest import Site
from nexus import inpage, sql
from nexus.examples import Example, every
from nexus.normalize import normalize
from sql_shapes import SHAPES

pytestmark = pytest.mark.slow("needs a browser and a PostgreSQL server")

EMPTY = "tests-empty"  # a page of nobody: its database holds nothing
PAGE = "start/browser/"
PROJECTS = "start/browser/projects.sql"
IN_PAGE = """async ([root, jobs]) => {
    const { start } = await import(root + "assets/run/runtimes.mjs");
    const said = [];
    for (const job of jobs) {
        let text = "";
        const task = start({ kind: "sql", ...job }, { output: (stream, part) => (text += part) });
        const result = await task.result; // before the text is read
        said.push([result, text]);
    }
    return said;
}"""


def in_psql(script: str) -> str:
    """Return what psql prints for ``script`` on an empty database, to the letter."""
    with sql.fresh_database(PurePosixPath(EMPTY)) as url:
        done = subprocess.run(
            sql.command(url),
            input=script.encode(),
            env=sql.environment(dict(os.environ)),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=True,
        )
    # Taken out by nexus.normalize too; the rest of its rules would hide blanks.
    text = re.sub(r"^LOCATION:  .*\n", "", done.stdout.decode(), flags=re.M)
    return re.sub(r"^(NOTICE|INFO):  00000: ", r"\1:  ", text, flags=re.M)


@pytest.fixture(scope="module")
def reader(browser, site: Site) -> Iterator:
    """A page whose reader has agreed to fetch PostgreSQL; its worker stays warm."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    agree(page)
    page.goto(site.url + PAGE)
    yield page
    context.close()


def in_page(page, site: Site, scripts: list[str]) -> list[tuple[dict, str]]:
    """Run each of ``scripts`` on an empty database in ``page``; return result and output."""
    jobs = [{"zip": "none.zip", "file": "none.sql", "code": script} for script in scripts]
    return [(result, text) for result, text in page.evaluate(IN_PAGE, [site.url, jobs])]


def differing(page, site: Site, scripts: dict[str, str]) -> list[str]:
    """Return a report on each of ``scripts`` that page and psql print differently."""
    said = in_page(page, site, list(scripts.values()))
    found = []
    for (name, script), (_, text) in zip(scripts.items(), said, strict=True):
        expected = in_psql(script)
        if text != expected:
            found.append(f"{name}: {script}\npsql:\n{expected!r}\npage:\n{text!r}")
    return found


@pytest.mark.usefixtures("postgres")
def test_every_shape_is_printed_as_psql_prints_it(reader, site: Site) -> None:
    found = differing(reader, site, SHAPES)
    print(f"{len(SHAPES)} scripts compared with psql")
    assert not found, "\n\n".join(found)


def random_table(seed: int) -> str:
    """Return a query for a table of cells that are hard to align."""
    chance = random.Random(seed)
    pieces = [
        "",
        "a",
        "Bc",
        "é",
        "日本",
        "🚀",
        "\n",
        "\t",
        " ",
        "'",
        "|",
        "e\u0301",
        "-",
        "\x02",
        "1",
    ]

    def cell() -> str:
        if chance.random() < 0.15:
            return "NULL"
        text = "".join(chance.choices(pieces, k=chance.randint(0, 7)))
        return "'" + text.replace("'", "''") + "'"

    columns = chance.randint(1, 5)
    right = [chance.random() < 0.4 for _ in range(columns)]
    names = [
        f"c{place}" + chance.choice(["", " long name", "数", "\n2"]) for place in range(columns)
    ]
    rows = []
    for _ in range(chance.randint(1, 6)):
        numbers = [chance.choice(["NULL", str(chance.randint(-999, 10**9))]) for _ in right]
        cells = [numbers[place] if right[place] else cell() for place in range(columns)]
        rows.append(f"({', '.join(cells)})")
    casts = [
        f'c{place}::{"bigint" if right[place] else "text"} AS "{names[place]}"'
        for place in range(columns)
    ]
    alias = ", ".join(f"c{place}" for place in range(columns))
    return f"SELECT {', '.join(casts)} FROM (VALUES {', '.join(rows)}) AS t({alias});"


@pytest.mark.usefixtures("postgres")
def test_tables_of_chance_are_aligned_as_psql_aligns_them(reader, site: Site) -> None:
    scripts = {f"seed {seed}": random_table(seed) for seed in range(60)}
    found = differing(reader, site, scripts)
    assert not found, "\n\n".join(found)


LITTER = """
CREATE TABLE public.litter (id serial); CREATE SCHEMA other; CREATE TYPE other.t AS ENUM ('a');
CREATE ROLE somebody; GRANT USAGE ON SCHEMA other TO somebody; SET ROLE somebody;
RESET ROLE; ALTER ROLE somebody SET work_mem = '7MB'; ALTER DATABASE postgres SET work_mem = '9MB';
CREATE PUBLICATION news FOR ALL TABLES; SELECT lo_create(0) IS NULL AS no; CREATE TEMP TABLE t ();
CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER loud ON ddl_command_end EXECUTE FUNCTION e();
CREATE CAST (bigint AS json) WITH INOUT; CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA
WRAPPER w; CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TRUSTED LANGUAGE l HANDLER plpgsql_call_handler; SET search_path = other;
SET timezone = 'Asia/Tokyo'; PREPARE q AS SELECT 1; LISTEN news; BEGIN; SELECT 1/0;
"""
LEFT = """
SELECT current_user, current_setting('work_mem') AS memory, current_schemas(false) AS schemas,
       now()::text LIKE '%+00' AS utc, inet_client_addr() IS NULL OR true AS x;
SELECT relname FROM pg_class WHERE oid >= 16384 AND relnamespace <> 'pg_toast'::regnamespace;
SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_|information_schema' ORDER BY 1;
SELECT proname FROM pg_proc WHERE oid >= 16384; SELECT typname FROM pg_type WHERE oid >= 16384;
SELECT count(*) FROM pg_roles WHERE rolname = 'somebody'; SELECT pubname FROM pg_publication;
SELECT count(*) FROM pg_largeobject_metadata; SELECT evtname FROM pg_event_trigger;
SELECT count(*) FROM pg_cast WHERE oid >= 16384; SELECT fdwname FROM pg_foreign_data_wrapper;
SELECT amname FROM pg_am WHERE oid >= 16384; SELECT lanname FROM pg_language WHERE oid >= 16384;
SELECT name FROM pg_prepared_statements; SELECT pg_listening_channels(); SHOW search_path;
SELECT count(*) FROM pg_db_role_setting; CREATE TABLE new (id int); COMMIT;
"""


def test_nothing_of_a_run_is_left_for_the_next(reader, site: Site) -> None:
    (_, fresh), (_, litter), (_, after) = in_page(reader, site, [LEFT, LITTER, LEFT])
    assert "ERROR:  22012" in litter
    assert litter.count("ERROR") == 1, litter
    assert after == fresh


def test_every_sql_example_gives_its_record_by_its_own_button(browser, site: Site) -> None:
    ran: dict[str, list[Example]] = {}
    for example in every():
        if inpage.runtime(example) == "sql":
            ran.setdefault(f"{example.page}/", []).append(example)
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    agree(page, "sql")
    wrong = watch(page, site)
    for address, examples in ran.items():
        page.goto(site.url + address)
        for _ in range(2):  # the second run begins where the first began
            for example in examples:
                figure = block(page, str(example.path))
                assert run_block(figure) == normalize(example.record.read_text("utf-8"))
                assert "same as recorded" in said_of(figure), example.path
    print(f"{sum(map(len, ran.values()))} SQL examples on {len(ran)} pages")
    assert not wrong, wrong
    assert ran
    context.close()


def test_rows_are_a_table_that_the_keyboard_scrolls_and_a_button_turns_to_text(
    page, site: Site
) -> None:
    agree(page, "sql")
    page.goto(site.url + PAGE)
    figure = block(page, PROJECTS)
    run_block(figure)
    table = figure.locator(".nx-tables table").first
    assert table.locator("thead th[scope=col]").all_inner_texts()[0] == "title"
    assert table.locator("tbody tr").count() == 3
    assert table.locator(".nx-null").all_inner_texts() == ["NULL"]
    check_accessibility(page)
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0
    box = figure.locator(".nx-scroll").first
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("it => it.scrollLeft > 0", arg=box.element_handle())
    figure.get_by_role("button", name="As text").click()
    assert not table.is_visible()
    assert figure.locator(".nx-out").is_visible()
    figure.get_by_role("button", name="As tables").click()
    assert table.is_visible()


def test_an_error_marks_its_line_and_stop_ends_an_endless_query(page, site: Site) -> None:
    agree(page, "sql")
    page.goto(site.url + PAGE)
    figure = block(page, PROJECTS)
    type_code(page, figure, "SELECT 1;\n\nSELECT title,\n       pich\nFROM project;\n")
    output = run_block(figure)
    assert 'ERROR:  42703: column "pich" does not exist' in output
    assert "LINE 2:        pich\n               ^\n" in output_of(figure)
    assert "pich" in figure.locator(".nx-editor .nx-wrong").inner_text()
    endless = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n;"
    type_code(page, figure, endless)
    figure.get_by_role("button", name="Run", exact=True).click()
    figure.locator(".nx-said", has_text="Running").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(500)
    figure.get_by_role("button", name="Stop").click()
    figure.locator(".nx-live[data-result=stopped]").wait_for()
    type_code(page, figure, "SELECT count(*) AS projects FROM project;\n")
    assert "3\n(1 row)" in run_block(figure)


def test_very_many_rows_leave_the_page_usable(reader, site: Site) -> None:
    ((result, text),) = in_page(reader, site, ["SELECT * FROM generate_series(1, 300000);"])
    assert len(text) <= 100_200
    assert text.startswith(" generate_series \n")
    assert "Output cut after 100,000 characters." in text
    (answer,) = result["answers"]
    assert len(answer["rows"]) == 500
    assert answer["count"] == 300_000
    assert len(json.dumps(result)) < 20_000
