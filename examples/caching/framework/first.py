# needs: board
import django

django.setup()

from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects import selectors
from projects.models import Post


def show(label: str) -> None:
    """Read the counters through the cache; print what that cost."""
    with CaptureQueriesContext(connection) as queries:
        stats = cache.get_or_set("stats", selectors.stats, timeout=60)
    print(f"{label}: {stats['posts']} posts, {len(queries)} queries")


show("first reader ")
show("second reader")

post = Post.objects.filter(project__status="open").order_by("id")[0]
post.pk = None  # saved without a key, it is a new row
post.save()
show("after a write")

cache.delete("stats")
show("after delete ")
