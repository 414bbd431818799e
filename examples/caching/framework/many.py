from django.conf import settings

settings.configure()

from django.core.cache import cache

cache.set_many({"likes:chat": 3, "likes:map": 5}, timeout=60)
print("found:", cache.get_many(["likes:chat", "likes:map", "likes:bus"]))

print("add, already there:", cache.add("likes:chat", 0))
print("add, new:", cache.add("likes:bus", 0, timeout=60))

# Two requests in the same moment: both read 3, and both write 4.
first, second = cache.get("likes:chat"), cache.get("likes:chat")
cache.set("likes:chat", first + 1)
cache.set("likes:chat", second + 1)
print("get and set, twice: 3 becomes", cache.get("likes:chat"))

cache.incr("likes:map")
cache.incr("likes:map")
print("incr, twice: 5 becomes", cache.get("likes:map"))

try:
    cache.incr("likes:tea")
except ValueError as error:
    print("ValueError:", error)
