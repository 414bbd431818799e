from collections import deque
from collections.abc import Callable
from heapq import heappop


def attempt(label: str, action: Callable[[], object]) -> None:
    """Run an action and print its error."""
    try:
        action()
    except LookupError as error:  # the parent of IndexError and KeyError
        print(f"{label:<17} {type(error).__name__}: {error}")


requests: list[str] = []
queue: deque[str] = deque()
names: set[str] = set()

attempt("requests[0]", lambda: requests[0])
attempt("requests.pop()", requests.pop)
attempt("queue.popleft()", queue.popleft)
attempt("heappop(requests)", lambda: heappop(requests))
attempt("names.pop()", names.pop)

if requests:
    print("next:", requests.pop())
else:
    print("no request is waiting")
