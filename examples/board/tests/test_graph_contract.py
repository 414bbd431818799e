"""The schema that clients build on: committed, exported again and compared."""

from pathlib import Path

import pytest

from graph.export import breaking_changes, export_schema

CONTRACT = Path(__file__).parent.parent / "contract" / "schema.graphql"


def test_the_committed_schema_is_that_of_the_code() -> None:
    committed, exported = CONTRACT.read_text(encoding="utf-8"), export_schema()
    assert not breaking_changes(committed, exported)  # this one says what clients would miss
    assert committed == exported, "Run: python manage.py export_contract"


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("  bio: String!\n", "  bio: String!\n  age: Int\n", []),
        ("  openProjects: Int!\n", "", ["FIELD_REMOVED: Field Stats.openProjects was removed."]),
        (
            "  bio: String!\n",
            "  bio: String\n",
            ["FIELD_CHANGED_KIND: Field Person.bio changed type from String! to String."],
        ),
        (
            "  project(slug: ID!): Project\n",
            "  project(slug: ID!, year: Int!): Project\n",
            ["REQUIRED_ARG_ADDED: A required argument Query.project(year:) was added."],
        ),
        (
            "union DoneResult = Done | BoardProblem\n",
            "union DoneResult = Done\n",
            ["TYPE_REMOVED_FROM_UNION: BoardProblem was removed from union type DoneResult."],
        ),
    ],
)
def test_what_breaks_clients_is_named(old: str, new: str, changes: list[str]) -> None:
    schema = export_schema()
    assert schema.count(old) == 1
    assert breaking_changes(schema, schema.replace(old, new)) == changes
