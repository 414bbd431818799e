# needs: redis
import os

import redis

client = redis.Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)

LIMIT = client.register_script("""
    local used = redis.call('INCR', KEYS[1])
    if used == 1 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end
    return used <= tonumber(ARGV[1])
""")


def two_steps(who: str) -> None:
    """Count in two commands; the process may die between them."""
    if client.incr(who) == 1:
        raise SystemExit("killed here")
        client.expire(who, 60)


def pipelined(who: str) -> int:
    """Send two commands as one transaction (MULTI … EXEC)."""
    with client.pipeline(transaction=True) as both:
        both.set(who, 0, ex=60, nx=True)
        both.incr(who)
        return int(both.execute()[1])


try:
    two_steps("lin")
except SystemExit:
    print("two steps: TTL", client.ttl("lin"), "- it is counted for ever")

used = [pipelined("ada") for _ in range(3)]
print("pipeline:", used, "TTL is set:", client.ttl("ada") > 0)

allowed = [bool(LIMIT(keys=["kim"], args=[3, 60])) for _ in range(5)]
print("script:", allowed, "TTL is set:", client.ttl("kim") > 0)
