# needs: board, packages
import django

django.setup()

from typing import Any

import strawberry
import strawberry_django
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext
from strawberry_django.optimizer import DjangoOptimizerExtension

from projects import models


@strawberry_django.type(models.Project)
class Project:
    title: strawberry.auto

    @strawberry_django.field
    def team(self: Any) -> int:
        return self.memberships.count()

    @strawberry_django.field(annotate={"team_size": Count("memberships")})
    def team_hinted(self: Any) -> int:
        return self.team_size

    @strawberry_django.field
    def words(self: Any) -> int:
        return len(self.pitch.split())

    @strawberry_django.field(only=["pitch"])
    def words_hinted(self: Any) -> int:
        return len(self.pitch.split())


@strawberry.type
class Query:
    projects: list[Project] = strawberry_django.field()


schema = strawberry.Schema(Query, extensions=[DjangoOptimizerExtension])
for field in ("team", "teamHinted", "words", "wordsHinted"):
    with CaptureQueriesContext(connection) as queries:
        result = schema.execute_sync(f"{{ projects {{ {field} }} }}")
    total = sum(project[field] for project in result.data["projects"])
    print(f"{field}: {total:,} in {len(result.data['projects'])} projects, {len(queries)} queries")
