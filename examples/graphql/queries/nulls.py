import logging

import strawberry

logging.disable()  # Strawberry logs each error with its traceback; here the answer matters


@strawberry.type
class Project:
    title: str
    owner: str
    reviewer: str | None


ROWS = [
    Project(title="Bus times", owner="Ada", reviewer=None),
    Project(title="Seed swap", owner=None, reviewer=None),  # mypy would refuse it
]


@strawberry.type
class Query:
    @strawberry.field
    def strict(self) -> list[Project]:
        return ROWS

    @strawberry.field
    def lenient(self) -> list[Project | None]:
        return ROWS


schema = strawberry.Schema(Query)
for field in ("strict", "lenient"):
    result = schema.execute_sync(f"{{ {field} {{ title owner reviewer }} }}")
    print(field, result.data)
    print([(error.message, error.path) for error in result.errors])
