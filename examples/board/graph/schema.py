"""The schema: reads, writes, and what holds for every request."""

import strawberry
from graphql import GraphQLError
from strawberry.types import ExecutionContext

from graph.errors import ProblemHandler, log
from graph.limits import RequestLimits
from graph.mutations import Mutation
from graph.queries import Query


class BoardSchema(strawberry.Schema):
    """A schema that logs our own faults and leaves clients' mistakes to the clients."""

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Log what a client cannot mend."""
        for error in errors:
            log(error)


schema = BoardSchema(
    Query, Mutation, extensions=[RequestLimits], exception_handlers=[ProblemHandler()]
)
