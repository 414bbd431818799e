from collections.abc import Callable


def numbering(prefix: str) -> Callable[[], str]:
    """Reach past the outer function to a name that the file does not have."""
    number = 0

    def next_number() -> str:
        global number
        number += 1
        return f"{prefix}-{number}"

    return next_number
