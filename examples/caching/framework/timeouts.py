from unittest.mock import patch

from django.conf import settings

settings.configure(
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "TIMEOUT": 300}}
)

from django.core.cache import cache

NOON = 1_800_000_000.0

with patch("time.time", return_value=NOON) as clock:
    cache.set("configured", "answer")
    cache.set("minute", "answer", timeout=60)
    cache.set("forever", "answer", timeout=None)
    cache.set("never", "answer", timeout=0)
    for seconds in (0, 59, 60, 299, 300, 10_000_000):
        clock.return_value = NOON + seconds
        names = ("never", "minute", "configured", "forever")
        print(f"after {seconds:>8} s:", ", ".join(name for name in names if name in cache))
