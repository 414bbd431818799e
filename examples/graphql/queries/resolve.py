import json
from typing import Any

from strawberry.types import ExecutionResult

from schema import schema

DOCUMENT = """
query Screen($slug: ID!) {
  project(slug: $slug) { title badge(size: 32) contractUrl }
  missing: project(slug: "nothing") { title }
}
"""


def ask(document: str, **variables: Any) -> ExecutionResult:
    return schema.execute_sync(document, variable_values=variables)


result = ask(DOCUMENT, slug="bus-times")
print(json.dumps(result.data, indent=2))
print("errors:", result.errors)
