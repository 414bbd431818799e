from django.conf import settings

settings.configure()

from django.core.cache import cache

ROWS = {"tea": "Tea timer"}
ABSENT = "\0absent"  # what no row holds
queries: list[str] = []


def query(slug: str) -> str | None:
    """Ask the database."""
    queries.append(slug)
    return ROWS.get(slug)


def title(slug: str, *, keep_absent: bool) -> str | None:
    """Return the title of a project, or None if there is no such project."""
    kept = cache.get(slug)
    if kept is None:
        found = query(slug)
        if found is not None:
            cache.set(slug, found, timeout=300)
        elif keep_absent:
            cache.set(slug, ABSENT, timeout=15)  # short: the project may be announced now
        return found
    return None if kept == ABSENT else str(kept)


for keep_absent in (False, True):
    cache.clear()
    queries.clear()
    for _ in range(100):
        title("tea", keep_absent=keep_absent)
        title("deleted-last-year", keep_absent=keep_absent)
    print(f"keep_absent={keep_absent}: 200 reads, {len(queries)} queries")
