from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
Person = dict[str, str]
Action = Callable[Concatenate[Person, P], R]


class ForbiddenError(Exception):
    """The person's role does not allow this action."""


def require_role(*roles: str) -> Callable[[Action[P, R]], Action[P, R]]:
    """Let an action run only for people who have one of the roles."""
    if not roles:
        raise ValueError("require_role needs at least one role")
    allowed = " or ".join(roles)

    def decorator(func: Action[P, R]) -> Action[P, R]:
        @wraps(func)
        def wrapper(person: Person, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if person["role"] not in roles:
                raise ForbiddenError(f"{func.__name__} needs role: {allowed}")
            return func(person, *args, **kwargs)

        return wrapper

    return decorator
