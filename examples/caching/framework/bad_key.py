import warnings

from django.conf import settings

settings.configure()

from django.core.cache import cache
from django.core.cache.backends.base import CacheKeyWarning, InvalidCacheKey
from django.core.cache.backends.memcached import PyMemcacheCache

warnings.simplefilter("error", CacheKeyWarning)  # as a test suite should have it

for key in ("projects: page 1", "x" * 300):
    try:
        cache.set(key, "answer")
    except CacheKeyWarning as warning:
        print(f"CacheKeyWarning: {str(warning)[:86]} …")

warnings.simplefilter("ignore", CacheKeyWarning)
cache.set("projects: page 1", "answer")
print("in memory:", cache.get("projects: page 1"))

memcached = PyMemcacheCache.__new__(PyMemcacheCache)  # its rules for keys, without its server
try:
    memcached.validate_key("projects: page 1")
except InvalidCacheKey as error:
    print(f"in memcached: {type(error).__name__}: {str(error)[:40]} …")
