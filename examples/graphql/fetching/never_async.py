import asyncio
import logging
import warnings

import strawberry

logging.disable()  # Strawberry logs each error with its traceback; here the answer matters
warnings.simplefilter("ignore", RuntimeWarning)  # of the resolver that nobody awaits


@strawberry.type
class Query:
    @strawberry.field
    async def name(self) -> str:
        return "Ada"


schema = strawberry.Schema(Query)


async def main() -> None:
    result = schema.execute_sync("{ name }")
    print(result.errors[0].message)
    result = await schema.execute("{ name }")
    print(result.data)


asyncio.run(main())
