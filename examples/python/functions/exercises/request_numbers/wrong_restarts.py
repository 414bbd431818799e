from collections.abc import Callable


def numbering(prefix: str) -> Callable[[], str]:
    """Start the count inside the inner function: every call gives 1."""

    def next_number() -> str:
        number = 0
        number += 1
        return f"{prefix}-{number}"

    return next_number
