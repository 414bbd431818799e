from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")  # the parameters of the decorated function
R = TypeVar("R")  # the type that it returns

CALLS: Counter[str] = Counter()


def count_calls(func: Callable[P, R]) -> Callable[P, R]:
    """Count in CALLS how often the decorated function starts."""

    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        CALLS[func.__name__] += 1
        return func(*args, **kwargs)

    return wrapper
