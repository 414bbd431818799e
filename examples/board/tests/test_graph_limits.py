"""What a GraphQL request may not do, however it is written."""

import logging
import time
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import OperationalError
from django.test import Client
from graphql import get_introspection_query

from graph import queries
from graph.schema import schema
from projects import selectors
from tests.factories import make_person, make_project
from tests.graph_client import URL, ask, errors, post

pytestmark = pytest.mark.django_db
TOO_MUCH = "The request is too much: "


def limited(settings: LazySettings, **limits: int) -> None:
    settings.GRAPHQL = settings.GRAPHQL | limits


def nested(levels: int) -> str:
    """Ask for a project's owner's projects' owners and so on."""
    inner = "{ name }"
    for _ in range(levels):
        inner = "{ projects(first: 1) { edges { node { owner " + inner + " } } } }"
    return '{ person(id: "1") ' + inner + " }"


def test_depth_counts_fields_within_fields(settings: LazySettings) -> None:
    limited(settings, MAX_DEPTH=6)
    ask(nested(1))
    assert errors(nested(2)) == [("too_much", f"{TOO_MUCH}depth 10, at most 6.")]


@pytest.mark.parametrize(
    ("query", "cost"),
    [
        ("{ stats { posts } }", 1),
        ("{ projects(first: 50) { edges { cursor } } }", 1),
        ("{ projects(first: 50) { edges { node { title } } } }", 51),
        ("{ projects { edges { node { title } } pageInfo { hasNextPage } } }", 21),
        ("{ projects(last: 5) { edges { node { owner { name } } } } }", 1 + 5 * 2),
        ("{ projects(first: 5) { edges { node { skills { name } } } } }", 1 + 5 * 11),
        (
            "{ projects(first: 5)"
            " { edges { node { posts(first: 3) { edges { node { id } } } } } } }",
            1 + 5 * (1 + 1 + 3),
        ),
        (
            "{ a: stats { posts } ... on Query { b: stats { posts } } ... { c: stats { posts } } }",
            3,
        ),
        ("{ ...P ...P } fragment P on Query { projects(first: 9) { edges { node { id } } } }", 20),
        ("{ projects(first: -5) { edges { node { title } } } }", 1),
        ("{ projects(first: null) { edges { node { title } } } }", 101),
        ("{ projects(first: 999) { edges { node { title } } } }", 101),
        ('mutation { verifyEmail(token: "x") { __typename } }', 101),
    ],
)
def test_cost_is_what_the_answer_could_hold(query: str, cost: int, settings: LazySettings) -> None:
    limited(settings, MAX_COST=cost)
    assert "too_much" not in post(query).content.decode()
    limited(settings, MAX_COST=cost - 1)
    assert errors(query) == [("too_much", f"{TOO_MUCH}cost {cost:,}, at most {cost - 1:,}.")]


@pytest.mark.parametrize(
    ("variables", "cost"), [({"n": 7}, 8), ({}, 101), ({"n": None}, 101), ({"n": 7.0}, 101)]
)
def test_cost_reads_variables(variables: dict[str, Any], cost: int, settings: LazySettings) -> None:
    query = "query($n: Int = 3) { projects(first: $n) { edges { node { title } } } }"
    limited(settings, MAX_COST=cost)
    ask(query, **variables)
    limited(settings, MAX_COST=cost - 1)
    assert errors(query, **variables)[0][0] == "too_much"


def test_each_operation_of_a_document_is_measured(settings: LazySettings) -> None:
    limited(settings, MAX_COST=10)
    query = "query A { stats { posts } } query B { projects { edges { node { id } } } }"
    assert [code for code, _ in errors(query)] == ["too_much", "invalid"]  # which to run


def test_aliases_are_counted_through_fragments(settings: LazySettings) -> None:
    limited(settings, MAX_ALIASES=3)
    fragment = "fragment F on Query { b: stats { c: posts } }"
    ask("{ a: stats { posts } ...F } " + fragment)
    assert errors("{ a: stats { posts } ...F ... on Query { ...F } } " + fragment) == [
        ("too_much", f"{TOO_MUCH}aliases 5, at most 3.")
    ]


def test_tokens_are_counted_while_parsing(settings: LazySettings) -> None:
    limited(settings, MAX_TOKENS=20)
    ask("{ stats { posts } }")
    [(code, message)] = errors("{ stats { " + "posts " * 20 + "} }")
    assert (code, "more than 20 tokens" in message) == ("invalid", True)


def test_fragments_that_double_cost_no_time() -> None:
    spreads = [f"fragment F{n} on Stats {{ ...F{n + 1} ...F{n + 1} }}" for n in range(80)]
    query = "{ stats { ...F0 } } " + " ".join(spreads) + " fragment F80 on Stats { posts }"
    started = time.perf_counter()
    assert ask(query) == {"stats": {"posts": 0}}
    assert time.perf_counter() - started < 5  # walking through all 2**80 would take for ever


def test_fragments_that_double_their_cost_are_refused() -> None:
    spreads = [f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(20)]
    query = "{ ...F0 } " + " ".join(spreads) + " fragment F20 on Query { stats { posts } }"
    assert errors(query) == [("too_much", f"{TOO_MUCH}cost 1,048,576, at most 2,000.")]


@pytest.mark.parametrize(
    "query",
    [
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        "{ ...Missing }",
        "{ ... on Nothing { x } }",
        "{ stats { posts { x } } nothing { x } }",
        "fragment A on Nothing { x }",
    ],
)
def test_documents_that_make_no_sense_are_refused_as_such(query: str) -> None:
    assert {code for code, _ in errors(query)} == {"invalid"}


def test_nesting_beyond_the_stack_is_a_clean_error(settings: LazySettings) -> None:
    limited(settings, MAX_TOKENS=10_000)
    query = "{ stats " * 3000 + "}" * 3000
    [(code, message)] = errors(query)
    assert (code, "nested too deeply" in message) == ("invalid", True)


def test_lists_of_operations_are_refused() -> None:
    operations = [{"query": "{ stats { posts } }"}]
    response = Client().post(URL, operations, content_type="application/json")
    assert response.status_code == 400
    [error] = response.json()["errors"]
    assert error["message"] == "Send one operation as a JSON object."


@pytest.mark.parametrize("debug", [True, False])
def test_introspection_is_for_development(debug: bool, settings: LazySettings) -> None:
    settings.DEBUG = debug
    body = post(get_introspection_query()).json()
    assert ("errors" in body) is not debug
    assert ask("{ __typename }") == {"__typename": "Query"}


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize(
    "query",
    [
        "{ stat { posts } }",
        "{ posts(kin: BLOCKER) { pageInfo { hasNextPage } } }",
        "{ posts(kind: BLOCKE) { pageInfo { hasNextPage } } }",
        "{ ... on Quer { me { email } } }",
    ],
)
def test_names_are_not_suggested_in_production(
    query: str, debug: bool, settings: LazySettings
) -> None:
    settings.DEBUG = debug
    assert ("Did you mean" in errors(query)[0][1]) is debug


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_what_is_not_text_reaches_no_database(text: str) -> None:
    wanted = [("invalid", "Remove the characters that are not text.")]
    query = "query($s: String) { projects(search: $s) { pageInfo { hasNextPage } } }"
    assert errors(query, s=text) == wanted
    as_input = "mutation($i: NewPost!) { writePost(input: $i) { __typename } }"
    values = {"project": "p", "kind": "BLOCKER", "title": "t", "body": text}
    assert errors(as_input, i=values) == wanted
    assert errors("query($s: [String!]) { __typename }", s=["a", [{"x": text}]]) == wanted


def test_what_is_not_text_in_the_document_neither() -> None:
    query = r'{ project(slug: "a\u0000b") { title } }'
    assert errors(query) == [("invalid", "Remove the characters that are not text.")]


def test_null_where_a_variable_has_a_default_is_the_clients_mistake() -> None:
    query = "query($o: ProjectOrder = NEWEST) { projects(order: $o) { edges { cursor } } }"
    ask(query)
    [(code, message)] = errors(query, o=None)
    assert (code, "order" in message) == ("invalid", True)


# --- Our own faults ---------------------------------------------------------------------
def broken(error: Exception) -> Any:
    def fail(*args: object, **kwargs: object) -> None:
        raise error

    return fail


def test_a_fault_of_ours_is_logged_and_not_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(selectors, "stats", broken(RuntimeError("password of the database")))
    with caplog.at_level(logging.ERROR):
        body = post('{ stats { posts } person(id: "7") { name } }').json()
    assert body["data"] is None
    [error] = body["errors"]
    assert error["message"] == "Something went wrong on our side."
    assert error["extensions"] == {"code": "unexpected"}
    assert error["path"] == ["stats"]
    assert "password of the database" in caplog.text
    assert 'person(id: "7")' not in caplog.text  # documents can hold secrets


def test_a_fault_outside_of_the_schema_is_djangos_to_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(schema, "execute_sync", broken(RuntimeError("secret")))
    client = Client(raise_request_exception=False)
    query = {"query": "{ stats { posts } }"}
    response = client.post(URL, query, content_type="application/json")
    assert response.status_code == 500
    assert b"secret" not in response.content


def test_a_database_that_is_away_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selectors, "stats", broken(OperationalError("server at 10.0.0.7")))
    assert errors("{ stats { posts } }") == [
        ("unavailable", "The board cannot answer at the moment. Try again.")
    ]


def test_clients_mistakes_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for query in ("{", "{ nothing }", "{ skills(first: 1000) { pageInfo { hasNextPage } } }"):
            post(query)
    assert caplog.text == ""


def test_the_order_of_projects_is_what_rest_has() -> None:
    assert {order.value for order in queries.ProjectOrder} == set(selectors.ORDERS)


def test_a_project_is_found_by_its_slug_and_nobody_by_a_strange_id() -> None:
    project = make_project(owner=make_person(name="Ada"))
    assert ask(f'{{ project(slug: "{project.slug}") {{ id owner {{ name }} }} }}') == {
        "project": {"id": project.slug, "owner": {"name": "Ada"}}
    }
    for id in ("0", "-1", "x", "9" * 30, "1.0", "١"):
        assert ask("query($id: ID!) { person(id: $id) { name } }", id=id) == {"person": None}
