from enum import Enum

import strawberry


@strawberry.enum
class Status(Enum):
    OPEN = "open"
    FINISHED = "finished"


@strawberry.type
class Project:
    slug: strawberry.ID
    title: str
    status: Status
    contract_url: str | None = None

    @strawberry.field
    def badge(self, size: int = 16) -> str:
        return f"{self.status.name.lower()}-{size}.svg"


ROWS = [
    Project(slug=strawberry.ID("bus-times"), title="Bus times", status=Status.OPEN),
    Project(slug=strawberry.ID("seed-swap"), title="Seed swap", status=Status.FINISHED),
]


@strawberry.type
class Query:
    @strawberry.field
    def projects(self, status: Status | None = None) -> list[Project]:
        return [row for row in ROWS if status in (None, row.status)]

    @strawberry.field
    def project(self, slug: strawberry.ID) -> Project | None:
        return next((row for row in ROWS if row.slug == slug), None)


schema = strawberry.Schema(Query)

if __name__ == "__main__":
    print(schema)
