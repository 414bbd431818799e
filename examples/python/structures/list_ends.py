import sys
from collections import deque
from collections.abc import Callable
from time import perf_counter


def resizes(appends: int) -> int:
    """Count how often a list asks for more room while it grows."""
    posts: list[int] = []
    room = sys.getsizeof(posts)  # changes only when the room changes
    changes = 0
    for number in range(appends):
        posts.append(number)
        if sys.getsizeof(posts) != room:
            room = sys.getsizeof(posts)
            changes += 1
    return changes


def seconds(take_first: Callable[[], str]) -> float:
    """Return the time that it takes to serve 1,000 requests."""
    start = perf_counter()
    for _ in range(1_000):
        take_first()
    return perf_counter() - start


for appends in (1_000, 10_000, 100_000):
    print(f"{appends:>7,} appends: more room {resizes(appends)} times")

waiting_list = ["pending"] * 1_000_000
waiting_deque = deque(waiting_list)
slow = seconds(lambda: waiting_list.pop(0))
fast = min(seconds(waiting_deque.popleft) for _ in range(3))
print("popleft() at least 20 times faster than pop(0):", slow > 20 * fast)

latest = deque(["hello", "schema done"], maxlen=2)
latest.append("redis is down")
print("the two latest posts:", list(latest))
try:
    latest[0:1]
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
