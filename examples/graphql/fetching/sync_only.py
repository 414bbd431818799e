# needs: board
import django

django.setup()

import logging

import strawberry
from asgiref.sync import async_to_sync, sync_to_async

from projects import models

logging.disable()  # Strawberry logs each error with its traceback; here the answer matters


@strawberry.type
class Query:
    @strawberry.field
    async def naive(self) -> int:
        return models.Project.objects.count()

    @strawberry.field
    def still_naive(self) -> int:
        return models.Project.objects.count()

    @strawberry.field
    async def with_async_orm(self) -> int:
        return await models.Project.objects.acount()

    @strawberry.field
    async def with_a_thread(self) -> int:
        return await sync_to_async(models.Project.objects.count)()


schema = strawberry.Schema(Query)
for field in ("naive", "stillNaive", "withAsyncOrm", "withAThread"):
    result = async_to_sync(schema.execute)(f"{{ {field} }}")
    print(field, result.data or result.errors[0].message)
print("stillNaive, sync:", schema.execute_sync("{ stillNaive }").data)
