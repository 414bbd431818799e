import logging

import strawberry
from graphql import GraphQLError
from strawberry.extensions import MaskErrors

logging.disable()  # Strawberry logs each error with its traceback; here the answer matters


@strawberry.type
class Query:
    @strawberry.field
    def stats(self) -> int | None:
        raise ConnectionError("no route to 10.0.3.7, user board_admin")

    @strawberry.field
    def seats(self, of: str) -> int | None:
        raise GraphQLError(f"There is no project {of}.", extensions={"code": "not_found"})


def is_ours(error: GraphQLError) -> bool:
    return not isinstance(error.original_error, GraphQLError | None)


def masked() -> MaskErrors:
    return MaskErrors(should_mask_error=is_ours)


for extensions in ([], [MaskErrors], [masked]):
    schema = strawberry.Schema(Query, extensions=extensions)
    result = schema.execute_sync('{ stats seats(of: "x") }')
    print([error.message for error in result.errors])
