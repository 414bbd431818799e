# needs: network
# time-limit: 120
# /// script
# requires-python = ">=3.11"
# dependencies = ["graphene==3.4.3"]
# ///
from enum import Enum

import graphene
from graphql import build_schema, lexicographic_sort_schema, print_schema


class Status(Enum):
    """Where a project stands."""

    OPEN = "open"
    FINISHED = "finished"


StatusType = graphene.Enum.from_enum(Status)


class Project(graphene.ObjectType):
    title = graphene.String(required=True)
    status = graphene.Field(StatusType, required=True)
    skills = graphene.List(graphene.NonNull(graphene.String), required=True)
    contract_url = graphene.String()
    badge = graphene.String(required=True, size=graphene.Int(required=True))

    def resolve_badge(self, info, size):
        return f"{self.status.name.lower()}-{size}.svg"


class NewProject(graphene.InputObjectType):
    title = graphene.String(required=True)
    skills = graphene.List(graphene.NonNull(graphene.String), required=True)


class Query(graphene.ObjectType):
    projects = graphene.List(
        graphene.NonNull(Project), required=True, status=graphene.Argument(StatusType)
    )

    def resolve_projects(self, info, status=None):
        return [row for row in ROWS if not status or status is row.status]


class Announce(graphene.Mutation):
    class Arguments:
        input = NewProject(required=True)

    Output = Project

    def mutate(self, info, input):
        ROWS.append(Project(status=Status.OPEN, **input))
        return ROWS[-1]


class Mutation(graphene.ObjectType):
    announce = Announce.Field(required=True)


ROWS = []
schema = graphene.Schema(Query, Mutation)
print(print_schema(lexicographic_sort_schema(build_schema(str(schema)))), "\n")

DOCUMENT = 'mutation { announce(input: {title: "Bus times", skills: []}) { badge(size: 32) } }'
print(schema.execute(DOCUMENT).data)
print(schema.execute("{ projects(status: OPEN) { title contractUrl } }").data)
