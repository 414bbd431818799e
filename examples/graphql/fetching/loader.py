# needs: board
import django

django.setup()

from typing import Any

import strawberry
from asgiref.sync import async_to_sync
from django.db import connection
from django.test.utils import CaptureQueriesContext
from strawberry.dataloader import DataLoader

from people import models as people
from projects import models


async def load_people(ids: list[int]) -> list[people.Person | None]:
    found = await people.Person.objects.ain_bulk(ids)
    return [found.get(id_) for id_ in ids]


@strawberry.type
class Person:
    name: str


@strawberry.type
class Project:
    title: str

    @strawberry.field(graphql_type=Person)
    async def owner(self: Any, info: strawberry.Info) -> Any:
        return await info.context["people"].load(self.owner_id)


@strawberry.type
class Query:
    @strawberry.field(graphql_type=list[Project])
    async def projects(self, first: int) -> Any:
        return [row async for row in models.Project.objects.order_by("id")[:first]]


schema = strawberry.Schema(Query)


async def answer(first: int) -> Any:
    context = {"people": DataLoader(load_people)}  # new for each request
    document = f"{{ projects(first: {first}) {{ title owner {{ name }} }} }}"
    return await schema.execute(document, context_value=context)


for first in (2, 20, 100):
    with CaptureQueriesContext(connection) as queries:
        result = async_to_sync(answer)(first)
    owners = {project["owner"]["name"] for project in result.data["projects"]}
    print(f"{first} projects of {len(owners)} owners: {len(queries)} queries")
