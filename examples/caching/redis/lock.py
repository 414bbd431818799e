# needs: redis
import os
import time

import redis
from redis.exceptions import LockNotOwnedError

client = redis.Redis.from_url(os.environ["REDIS_URL"])

# SET list:lock <token> NX PX 500; the token is made by `lock`
first = client.lock("list:lock", timeout=0.5, blocking=False)
second = client.lock("list:lock", timeout=5, blocking=False)
print("first:", first.acquire(), "second:", second.acquire())

time.sleep(0.7)  # the work took longer than the lock lives
print("second, later:", second.acquire())
try:
    first.release()
except LockNotOwnedError as error:
    print(f"{type(error).__name__}: {error}")
print("second still has it:", second.owned())
second.release()
print("free:", not client.exists("list:lock"))
