import random
from collections.abc import Callable

MAX_RETRIES = 5
LONGEST = 20.0


class Refused(Exception):
    """The mail server will never take this mail."""


def next_wait(
    error: Exception, retries: int, draw: Callable[[float, float], float] = random.uniform
) -> float | None:
    """Return the seconds until the next attempt, or None to give up."""
    if isinstance(error, Refused) or retries >= MAX_RETRIES:
        return None
    return draw(0, 2 ** (retries + 1))
