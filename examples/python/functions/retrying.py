import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def retry(
    *,
    tries: int,
    on: type[Exception],
    pause: float = 0.1,
    sleep: Callable[[float], object] = time.sleep,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Call again after the error `on`, at most `tries` times in all."""
    if tries < 1:
        raise ValueError(f"tries must be at least 1, got {tries}")

    def decorator(func: Callable[P, R]) -> Callable[P, R]:
        @wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(tries - 1):
                try:
                    return func(*args, **kwargs)
                except on:
                    sleep(pause * 2**attempt)
            return func(*args, **kwargs)  # the last try: let the error out

        return wrapper

    return decorator
