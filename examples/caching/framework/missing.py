from django.conf import settings

settings.configure()

from django.core.cache import cache

MISSING = object()  # no cached value is this very object
computed: list[str] = []


def best_project(month: str) -> str | None:
    """Look for the project of a month; there is none."""
    computed.append(month)
    return None


def none_is_a_miss(month: str) -> str | None:
    best: str | None = cache.get(month)
    if best is None:
        best = best_project(month)
        cache.set(month, best, timeout=60)
    return best


def sentinel(month: str) -> str | None:
    best = cache.get(month, MISSING)
    if best is MISSING:
        best = best_project(month)
        cache.set(month, best, timeout=60)
    return best


def value_given(month: str) -> str | None:
    return cache.get_or_set(month, best_project(month), timeout=60)


def function_given(month: str) -> str | None:
    return cache.get_or_set(month, lambda: best_project(month), timeout=60)


for read in (none_is_a_miss, sentinel, value_given, function_given):
    cache.clear()
    computed.clear()
    for _ in range(3):
        read("may")
    print(f"{read.__name__}: 3 reads, {len(computed)} computed")
