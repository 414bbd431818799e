from dataclasses import dataclass
from typing import Annotated

import strawberry


@dataclass
class Row:
    is_open: bool
    seats: int


PROJECTS: dict[str, Row] = {}


@strawberry.type
class Joined:
    seats_left: int


@strawberry.type
class Refusal:
    code: str


JoinResult = Annotated[Joined | Refusal, strawberry.union("JoinResult")]


@strawberry.type
class Query:
    @strawberry.field
    def seats(self, slug: strawberry.ID) -> int | None:
        return PROJECTS[slug].seats if slug in PROJECTS else None


@strawberry.type
class Mutation:
    @strawberry.mutation
    def ask_to_join(self, slug: strawberry.ID) -> JoinResult:
        project = PROJECTS.get(slug)
        if project is None:
            return Refusal(code="not_found")
        if not project.is_open:
            return Refusal(code="closed")
        if project.seats < 1:
            return Refusal(code="full")
        project.seats -= 1
        return Joined(seats_left=project.seats)


schema = strawberry.Schema(Query, Mutation)
