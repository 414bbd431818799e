# needs: board
import django

django.setup()

from typing import Any

import strawberry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects import models


@strawberry.type
class Person:
    name: str


@strawberry.type
class Project:
    title: str
    owner: Person


@strawberry.type
class Query:
    @strawberry.field(graphql_type=list[Project])
    def projects(self, info: strawberry.Info) -> Any:
        asked = {field.name for field in info.selected_fields[0].selections}
        rows = models.Project.objects.order_by("id")[:20]
        return rows.select_related("owner") if "owner" in asked else rows


schema = strawberry.Schema(Query)
for document in (
    "{ projects { title } }",
    "{ projects { title owner { name } } }",
    "{ projects { ...Row } } fragment Row on Project { title owner { name } }",
):
    with CaptureQueriesContext(connection) as queries:
        schema.execute_sync(document)
    print(len(queries), "queries,", queries[0]["sql"].count(" JOIN "), "joins:", document)
