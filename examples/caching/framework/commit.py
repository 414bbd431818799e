# needs: board
import django

django.setup()

from django.db import transaction

from projects.caching import STATS, cached, invalidate

computations = iter(range(1, 10))


def read() -> int:
    """Read through the cache; say which computation the answer is from."""
    return cached(STATS, "commit", lambda: next(computations))


print("first:", read(), "again:", read())

try:
    with transaction.atomic():
        invalidate(STATS)
        raise RuntimeError("the write fails")
except RuntimeError:
    print("after a rollback:", read())

with transaction.atomic():
    invalidate(STATS)
print("after a commit:", read())
