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
    def projects(self, first: int) -> Any:
        return models.Project.objects.order_by("id")[:first]


schema = strawberry.Schema(Query)
for first in (2, 20, 100):
    for fields in ("title", "title owner { name }"):
        with CaptureQueriesContext(connection) as queries:
            result = schema.execute_sync(f"{{ projects(first: {first}) {{ {fields} }} }}")
        print(f"{len(result.data['projects'])} projects, {fields}: {len(queries)} queries")
