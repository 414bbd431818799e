# needs: board
import django

django.setup()

from django.conf import settings

from graph.export import breaking_changes

old = (settings.BASE_DIR / "contract" / "schema.graphql").read_text("utf-8")
CHANGES = {
    "a new field": ("  bio: String!\n", "  bio: String!\n  city: String\n"),
    "a field renamed": ("  bio: String!\n", "  about: String!\n"),
    "an answer that may be null now": ("  bio: String!\n", "  bio: String\n"),
    "an answer that is never null now": ("  decidedAt: DateTime\n", "  decidedAt: DateTime!\n"),
    "an argument that is needed now": ("  project(slug: ID!)", "  project(slug: ID!, in: ID!)"),
}
for title, (before, after) in CHANGES.items():
    assert before in old
    found = breaking_changes(old, old.replace(before, after, 1))
    print(f"{title}:", *(found or ["breaks nobody"]), sep="\n    ")
