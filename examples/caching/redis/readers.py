# needs: redis, threads
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import redis

READERS = 20
client = redis.Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)
together = Barrier(READERS)


def compute() -> str:
    """Take a while, as a heavy query does; count each time."""
    client.incr("computed")
    time.sleep(0.5)
    return "the list"


def plain() -> str:
    """Look, compute, keep."""
    if (kept := client.get("list")) is None:
        kept = compute()
        client.set("list", kept, ex=60)
    return kept


def locked() -> str:
    """Let one reader compute; the others look again until it is done."""
    patience = time.monotonic() + 5
    while (kept := client.get("list")) is None and time.monotonic() < patience:
        lock = client.lock("list:lock", timeout=5, blocking=False)
        if lock.acquire():
            try:
                return plain()  # it looks again: another may have finished just now
            finally:
                lock.release()
        time.sleep(0.01)
    return kept or compute()  # who waits for ever helps nobody


def read(how: Callable[[], str]) -> str:
    """Begin in the same moment as the others."""
    together.wait()
    return how()


for how in (plain, locked):
    client.flushdb()
    with ThreadPoolExecutor(READERS) as readers:
        answers = set(readers.map(read, [how] * READERS))
    print(f"{how.__name__}: {READERS} readers, {answers}, computed: {client.get('computed')}")
