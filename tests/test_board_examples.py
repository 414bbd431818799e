"""Requests as examples: run by the machinery on the project, and offered by the playground."""

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from graphql import build_schema, parse, validate
from jsonschema import Draft202012Validator
from markdown import Markdown

import nexus.examples
import nexus.running
from conftest import command
from nexus import playground, project
from nexus.examples import Example, load
from nexus.normalize import normalize
from nexus.paths import EXAMPLES
from nexus.playground import graphql, rest
from nexus.playground.values import values_of
from nexus.records import record
from nexus.running import run
from nexus.versions import verified_with

PAGE = PurePosixPath("playground/index")
CONTRACT = EXAMPLES / "board" / "contract"

Write = Callable[[str, str], Example]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Write an example of a page of its own; the project stays where it is."""
    for module in (nexus.examples, nexus.running):
        monkeypatch.setattr(module, "EXAMPLES", tmp_path)

    def write(name: str, text: str) -> Example:
        file = tmp_path / "part" / "page" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return load(f"part/page/{name}")

    return write


def test_requests_are_recorded_without_what_varies(write: Write) -> None:
    example = write(
        "sign_in.http",
        "# @name login\nPOST /api/v2/auth/jwt/\nContent-Type: application/json\n\n"
        '{"email": "ada1@example.org", "password": "build-it-together"}\n###\n'
        "POST /api/v2/projects/\nContent-Type: application/json\n"
        "Authorization: Bearer {{login.response.body.access}}\n\n"
        '{"title": "Tea", "pitch": "Timed."}\n',
    )
    assert record(example)  # it runs twice, each time on a fresh board, and compares
    text = example.record.read_text("utf-8")
    assert '"access": "<token>"' in text
    assert "X-Request-ID: <id>" in text
    assert 'ETag: "1-<digest>"' in text
    assert '"created_at": "<now>"' in text
    assert "HTTP/1.1 201 Created\n" in text
    assert not record(example)
    assert "Django REST framework 3." in verified_with(example)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.http", "GET /api/v2/stats/\nnonsense", "a.http:2: this is no header: write `Name: v"),
        ("a.http", "nothing at all", "a.http:1: this is no request: begin with a method"),
        ("a.http", "GET /{{b}}/", "a.http:1: {{b}} means nothing: define it; there are: none"),
        ("a.graphql", "# variables: x\n{ me { email } }", "a.graphql:1: the variables are no JSON"),
    ],
)
def test_a_file_that_is_wrong_says_where_and_how_to_mend(
    write: Write, name: str, text: str, said: str
) -> None:
    done = run(write(name, text))
    assert done.status == 1
    assert said in done.output


def test_python_on_the_board_sees_the_seeded_rows_and_its_own_changes_alone(write: Write) -> None:
    example = write(
        "rows.py",
        "# needs: board\nimport django\n\ndjango.setup()\n\n"
        "from projects.models import Post\n\n"
        "print(Post.objects.count())\nPost.objects.all().delete()\nprint(Post.objects.count())\n",
    )
    first, second = run(example).output, run(example).output
    assert first == second
    assert first.splitlines()[1] == "0"
    assert int(first.splitlines()[0]) > 100


def test_settings_of_the_machine_do_not_reach_a_run(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEBUG", "perhaps")
    monkeypatch.setenv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none")
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:1")
    assert "HTTP/1.1 200 OK" in run(write("a.http", "GET /api/v2/stats/")).output


def test_the_database_has_the_same_bytes_wherever_it_is_made(tmp_path: Path) -> None:
    code = "from nexus import project; print(project.database())"
    done = command("-c", code, NEXUS_CACHE=str(tmp_path), PYTHONPATH="scripts")
    made = Path(done.stdout.strip())
    assert made.is_relative_to(tmp_path), done.stdout
    assert made.read_bytes() == project.database().read_bytes()
    assert [file.name for file in made.parent.iterdir()] == [made.name]


def test_the_database_follows_the_code_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / project.project().name
    (folder / "tests").mkdir(parents=True)
    (folder / "models.py").write_text("a = 1", "utf-8")
    monkeypatch.setattr(project, "EXAMPLES", tmp_path)
    before = project._state()
    (folder / "tests" / "test_models.py").write_text("a = 1", "utf-8")
    (folder / "notes.txt").write_text("a = 1", "utf-8")
    assert project._state() == before
    (folder / "models.py").write_text("a = 2", "utf-8")
    assert project._state() != before


@pytest.mark.parametrize(
    "said", ["X-Request-ID: mine-and-fixed", 'ETag: "v1"', "commit " + "0a" * 20, "token 0a0a"]
)
def test_what_a_server_says_every_time_is_kept(said: str) -> None:
    assert normalize(f"{said}\n") == f"{said}\n"


# --- the playground ------------------------------------------------------------------


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    return values_of(PAGE)


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_every_form_is_prefilled_as_the_contract_wants(
    version: str, values: dict[str, Any]
) -> None:
    document = json.loads((CONTRACT / f"openapi-{version}.json").read_text("utf-8"))
    bodies = 0
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            shown = rest._operation(document, method.upper(), path, operation, values)
            for parameter in operation.get("parameters", ()):
                if parameter.get("required"):
                    assert f'data-name="{parameter["name"]}" data-value="' in shown, path
            if schema := rest._body_schema(document, operation):
                own = values["body"].get(operation["operationId"], {})
                example = rest._example(document, schema) | own
                Draft202012Validator(document | schema).validate(example)
                bodies += 1
    assert bodies > 12


def test_every_operation_to_begin_from_is_valid(values: dict[str, Any]) -> None:
    schema = build_schema((CONTRACT / "schema.graphql").read_text("utf-8"))
    for kind in (schema.query_type, schema.mutation_type):
        assert kind is not None
        for name, field in kind.fields.items():
            text = graphql._operation(
                kind.name.lower(), name, field, values["argument"].get(name, {})
            )
            assert validate(schema, parse(text)) == [], text


def rendered(body: str, caplog: pytest.LogCaptureFixture) -> str:
    with caplog.at_level(logging.WARNING, "mkdocs.nexus.fence"):
        return playground.render(body, "", "", {}, Markdown())


def test_descriptions_are_escaped_and_code_is_code(values: dict[str, Any]) -> None:
    operation = {
        "operationId": "a",
        "summary": "Read <b>it</b> as `code`",
        "security": [{"jwt": []}, {}],
        "parameters": [
            {"in": "query", "name": "q", "schema": {"type": "string", "default": "<x>"}}
        ],
        "responses": {"200": {}},
    }
    shown = rest.html({"paths": {"/a/": {"get": operation}}}, values)
    assert "Read &lt;b&gt;it&lt;/b&gt; as <code>code</code>" in shown
    assert "&lt;x&gt; where nothing is said" in shown
    assert "Everybody; whoever is signed in may see more." in shown


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("board/contract/none.json", "there is no such file"),
        ("board/manage.py", "it is no contract: name an OpenAPI document"),
        ("", "there is no such file"),
    ],
)
def test_a_fence_that_cannot_be_resolved_shows_why_and_warns(
    body: str, said: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playground, "values_of", lambda _page: values_of(PAGE))
    shown = rendered(body, caplog)
    assert shown.startswith('<div class="nx-error" role="alert">')
    assert said in shown
    assert len(caplog.records) == 1


def test_a_page_without_values_says_so(caplog: pytest.LogCaptureFixture) -> None:
    shown = rendered("board/contract/openapi-v2.json", caplog)
    assert "examples/index/values.toml:1: example: there is no such file" in shown


def test_a_value_that_nobody_reads_is_refused(write: Write) -> None:
    write("values.toml", "[pepole]\n")
    with pytest.raises(ValueError, match="pepole is not known; use password, people"):
        values_of(PurePosixPath("part/page"))


def test_people_of_the_playground_are_in_the_database(values: dict[str, Any]) -> None:
    import sqlite3

    address = f"file:{project.database().as_posix()}?mode=ro&immutable=1"
    with sqlite3.connect(address, uri=True) as connection:
        rows = connection.execute("SELECT email FROM people_person").fetchall()
    assert set(values["people"]) <= {email for (email,) in rows}
