# needs: board
import django

django.setup()

from django.conf import settings
from graphql import parse

from graph.limits import Meter
from graph.schema import schema

CORE = schema._schema  # as graphql-core sees it
DOCUMENTS = {
    "titles": "{ projects(first: 50) { edges { node { title } } } }",
    "owners": "{ projects(first: 50) { edges { node { title owner { name } } } } }",
    "skills": "{ projects(first: 50) { edges { node { skills { name } } } } }",
    "teams": "{ projects(first: 50) { edges { node { members(first: 50) "
    "{ edges { node { person { name } } } } } } } }",
}
print("at most", settings.GRAPHQL["MAX_COST"])
for name, text in DOCUMENTS.items():
    document = parse(text)
    selections = document.definitions[0].selection_set
    measure = Meter(CORE, document, {}).measure(selections, CORE.query_type)
    print(f"{name:7} depth {measure.depth}, cost {measure.cost:,}")
