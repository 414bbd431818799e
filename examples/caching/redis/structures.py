# needs: redis
import os

import redis

client = redis.Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)

client.set("page:1", "the list", ex=60)
print("string:", client.get("page:1"), "| ends in 60 s:", 0 < client.ttl("page:1") <= 60)
print("no such key:", client.get("page:2"), "| TTL:", client.ttl("page:2"))

client.hset("project:tea", mapping={"title": "Tea timer", "seats": 2})
client.hincrby("project:tea", "seats", -1)
print("hash:", client.hgetall("project:tea"), "| TTL:", client.ttl("project:tea"))

for slug in ("tea", "map", "tea", "bus", "tea", "map"):
    client.zincrby("views", 1, slug)
print("sorted set:", client.zrange("views", 0, 1, desc=True, withscores=True))

client.sadd("online", "amina", "lindiwe", "amina")
print("set:", client.scard("online"), "people")

for text in ("one", "two", "three", "four"):
    client.lpush("news", text)
client.ltrim("news", 0, 2)
print("list, the newest three:", client.lrange("news", 0, -1))

try:
    client.incr("news")
except redis.ResponseError as error:
    print(f"{type(error).__name__}: {error}")
