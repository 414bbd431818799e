# needs: board
import django

django.setup()

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects import selectors
from projects.models import Project


def naive() -> list[tuple[str, str, int]]:
    """Read a page of projects, and ask again for each owner and each team."""
    page = Project.objects.exclude(status="draft")[:20]
    return [(p.title, p.owner.name, p.memberships.count()) for p in page]


def prepared() -> list[tuple[str, str, int]]:
    """Read the same with all that the page shows."""
    page = selectors.project_list(AnonymousUser())[:20]
    return [(p.title, p.owner.name, p.member_count) for p in page]


def queries_of(read: Callable[[], object]) -> int:
    """Count the queries of a read through the cache."""
    with CaptureQueriesContext(connection) as queries:
        cache.get_or_set(read.__name__, read, timeout=60)
    return len(queries)


for read in (naive, prepared):
    miss, hit = queries_of(read), queries_of(read)
    print(f"{read.__name__:8}: a miss costs {miss} queries, a hit {hit}")
