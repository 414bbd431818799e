from enum import Enum

import strawberry
from graphql import build_schema, lexicographic_sort_schema, print_schema


@strawberry.enum(description="Where a project stands.")
class Status(Enum):
    OPEN = "open"
    FINISHED = "finished"


@strawberry.type
class Project:
    title: str
    status: Status
    skills: list[str]
    contract_url: str | None

    @strawberry.field
    def badge(self, size: int) -> str:
        return f"{self.status.name.lower()}-{size}.svg"


@strawberry.input
class NewProject:
    title: str
    skills: list[str]


@strawberry.type
class Query:
    @strawberry.field
    def projects(self, status: Status | None = strawberry.UNSET) -> list[Project]:
        return [row for row in ROWS if not status or status is row.status]


@strawberry.type
class Mutation:
    @strawberry.mutation
    def announce(self, input: NewProject) -> Project:
        ROWS.append(Project(status=Status.OPEN, contract_url=None, **vars(input)))
        return ROWS[-1]


ROWS: list[Project] = []
schema = strawberry.Schema(Query, Mutation)
print(print_schema(lexicographic_sort_schema(build_schema(str(schema)))), "\n")

DOCUMENT = 'mutation { announce(input: {title: "Bus times", skills: []}) { badge(size: 32) } }'
print(schema.execute_sync(DOCUMENT).data)
print(schema.execute_sync("{ projects(status: OPEN) { title contractUrl } }").data)
