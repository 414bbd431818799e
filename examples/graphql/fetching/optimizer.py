# needs: board, packages
import django

django.setup()

import strawberry
import strawberry_django
from django.db import connection
from django.test.utils import CaptureQueriesContext
from strawberry_django.optimizer import DjangoOptimizerExtension

from people import models as people
from projects import models


@strawberry_django.type(people.Skill)
class Skill:
    name: strawberry.auto


@strawberry_django.type(people.Person)
class Person:
    name: strawberry.auto


@strawberry_django.type(models.Project)
class Project:
    title: strawberry.auto
    owner: Person
    skills: list[Skill]


@strawberry.type
class Query:
    projects: list[Project] = strawberry_django.field()


DOCUMENT = """
{ projects { ...Row } }
fragment Row on Project { title owner { name } skills { name } }
"""
for extensions in ([], [DjangoOptimizerExtension]):
    schema = strawberry.Schema(Query, extensions=extensions)
    with CaptureQueriesContext(connection) as queries:
        result = schema.execute_sync(DOCUMENT)
    columns = queries[0]["sql"].partition(" FROM ")[0].count(",") + 1
    print(
        f"{len(result.data['projects'])} projects, {len(queries)} queries, "
        f"{columns} columns in the first: {[each.__name__ for each in extensions]}"
    )
