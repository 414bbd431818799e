from collections.abc import Callable

from django.conf import settings

settings.configure(
    CACHES={
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        "dummy": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
        "typo": {"BACKEND": "django.core.cache.backends.redis.Redis"},
    }
)

from django.core.cache import cache, caches


def attempt(work: Callable[[], object]) -> None:
    """Print the result of a call, or how it fails."""
    try:
        print(work())
    except Exception as error:  # whichever it is, the reader wants to see it
        message, _, _ = str(error).partition(" at 0x")
        print(f"{type(error).__name__}: {message}")


attempt(lambda: caches["page"])
attempt(lambda: caches["typo"])

rules = {"open": lambda seats: seats > 0}
rows = (row for row in range(3))  # a generator: a recipe, not rows
attempt(lambda: cache.set("rows", rows))
attempt(lambda: cache.set("rules", rules))
attempt(lambda: caches["dummy"].set("rows", rows))
attempt(lambda: cache.set("rows", list(rows)))
