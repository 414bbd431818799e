# needs: redis
import os

import redis
from django.conf import settings

settings.configure(
    CACHES={
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": os.environ["REDIS_URL"],
            "KEY_PREFIX": "board",
            "TIMEOUT": 300,
            "OPTIONS": {"socket_connect_timeout": 0.25, "socket_timeout": 0.5},
        }
    }
)

from django.core.cache import cache

client = redis.Redis.from_url(os.environ["REDIS_URL"])  # to look behind the cache

cache.set("title", "Tea timer")
cache.set("likes", 3)
cache.incr("likes")
for key in sorted(client.keys()):
    value = client.get(key)
    what = "pickled" if value.startswith(b"\x80") else value.decode()
    print(key.decode(), "|", what, "| has an end:", client.ttl(key) > 0)

client.set("queue:mails", "not ours to delete")
cache.clear()
print("after cache.clear():", client.dbsize(), "keys in the whole database")
