"""The schema as a document, for clients and for the test that guards it."""

from graphql import build_schema, find_breaking_changes

from graph.schema import schema


def export_schema() -> str:
    """Return the schema in GraphQL's own language, ending in a line feed."""
    return schema.as_str() + "\n"


def breaking_changes(old: str, new: str) -> list[str]:
    """Say what of an old schema a client could miss in a new one."""
    changes = find_breaking_changes(build_schema(old), build_schema(new))
    return [f"{change.type.name}: {change.description}" for change in changes]
