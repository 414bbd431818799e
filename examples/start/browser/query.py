import strawberry


@strawberry.type
class Project:
    title: str
    seats: int


@strawberry.type
class Query:
    @strawberry.field
    def projects(self, min_seats: int = 1) -> list[Project]:
        everything = [Project(title="Bus times", seats=3), Project(title="Book swap", seats=1)]
        return [project for project in everything if project.seats >= min_seats]


schema = strawberry.Schema(Query)
print(schema.execute_sync("{ projects(minSeats: 2) { title seats } }").data)
