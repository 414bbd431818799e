import logging
from typing import Annotated

import strawberry

logging.disable()  # Strawberry logs errors with their traceback; here the answer matters


@strawberry.type
class Project:
    title: str
    seats: int


@strawberry.type
class Problem:
    code: str = strawberry.field(description="For programs; stable across releases.")
    message: str
    field: str | None = None


ProjectResult = Annotated[Project | Problem, strawberry.union("ProjectResult")]


@strawberry.input
class NewProject:
    title: str
    seats: int = 3


@strawberry.type
class Query:
    projects: list[Project] = strawberry.field(resolver=lambda: [])


@strawberry.type
class Mutation:
    @strawberry.mutation
    def announce(self, input: NewProject) -> ProjectResult:
        if not 1 <= input.seats <= 12:
            return Problem(code="invalid", message="Offer 1 to 12 seats.", field="seats")
        return Project(title=input.title, seats=input.seats)


schema = strawberry.Schema(Query, Mutation)
RESULT = "{ __typename ... on Project { title } ... on Problem { code field } }"
for seats in ("2", "99", '"2"', "3000000000"):
    document = f'mutation {{ announce(input: {{title: "Bus", seats: {seats}}}) {RESULT} }}'
    result = schema.execute_sync(document)
    print(result.data, [error.message for error in result.errors or []])
