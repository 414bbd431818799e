# needs: board
import django

django.setup()

import re
from types import SimpleNamespace

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from graph.context import Context
from graph.schema import schema

DOCUMENT = """
query($first: Int!) {
  projects(first: $first) {
    edges { node {
      title
      owner { name }
      skills { name }
      members(first: 1) { edges { node { person { name } } } }
    } }
  }
}
"""
anybody = Context(SimpleNamespace(user=AnonymousUser()))
for first in (2, 20, 100):
    with CaptureQueriesContext(connection) as queries:
        result = schema.execute_sync(
            DOCUMENT, variable_values={"first": first}, context_value=anybody
        )
    print(len(result.data["projects"]["edges"]), "projects:", len(queries), "queries")

for query in queries:
    sql = query["sql"]
    table = re.search(r'FROM "(\w+)"', sql)[1]
    print(table, "for all keys" if " IN (" in sql else "", "ROW_NUMBER" * ("ROW_NUMBER" in sql))
