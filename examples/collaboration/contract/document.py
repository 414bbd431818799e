# needs: board
import django

django.setup()

from django.conf import settings
from graphql import build_schema, parse, validate

schema = build_schema((settings.BASE_DIR / "contract" / "schema.graphql").read_text("utf-8"))
DOCUMENTS = {
    "cards.graphql": "{ projects(first: 3, status: OPEN) { edges { node { title seats } } } }",
    "wrong.graphql": "{ projects(first: 3, status: CLOSED) { edges { node { titel seats } } } }",
    "hungry.graphql": "{ project(slug: 3) { owner { email } } }",
}
for name, document in DOCUMENTS.items():
    errors = validate(schema, parse(document))
    print(name, "keeps the contract" if not errors else "")
    for error in errors:
        print(" ", error.message)
