import logging

import strawberry

logging.disable()


@strawberry.type
class Person:
    name: str
    city: str


@strawberry.type
class Project:
    title: str
    owner: Person | None


@strawberry.type
class Query:
    @strawberry.field
    def projects(self) -> list[Project]:
        return [
            Project(title="Bus times", owner=Person(name="Ada", city="Accra")),
            Project(title="Seed swap", owner=Person(name="Sam", city=None)),
        ]


result = strawberry.Schema(Query).execute_sync("{ projects { title owner { name city } } }")
print([project["owner"] for project in result.data["projects"]])
print(len(result.errors))
