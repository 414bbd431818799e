from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
Action = Callable[Concatenate[str, P], R]


def audited(log: list[str]) -> Callable[[Action[P, R]], Action[P, R]]:
    """Append a line to the log after each successful call of the function."""

    def decorator(func: Action[P, R]) -> Action[P, R]:
        @wraps(func)
        def wrapper(person: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
            result = func(person, *args, **kwargs)
            log.append(f"{func.__name__} by {person}")
            return result

        return wrapper

    return decorator
