from collections.abc import Callable


def numbering(prefix: str) -> Callable[[], str]:
    """Return a function that gives the next number at each call."""
    number = 0

    def next_number() -> str:
        nonlocal number
        number += 1
        return f"{prefix}-{number}"

    return next_number
