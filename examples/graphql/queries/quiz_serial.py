import strawberry

seats = 1


def take() -> str:
    global seats
    seats -= 1
    return "taken" if seats >= 0 else "full"


@strawberry.type
class Query:
    @strawberry.field
    def left(self) -> int:
        return seats


@strawberry.type
class Mutation:
    take: str = strawberry.mutation(resolver=take)


schema = strawberry.Schema(Query, Mutation)
print(schema.execute_sync("mutation { first: take second: take }").data)
print(schema.execute_sync("{ left }").data)
