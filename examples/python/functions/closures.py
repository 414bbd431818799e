from collections.abc import Callable


def seats(free: int) -> Callable[[str], str]:
    """Make a function that hands out a limited number of seats."""

    def take(person: str) -> str:
        nonlocal free
        if free == 0:
            return f"{person}: full"
        free -= 1
        return f"{person}: in, {free} left"

    return take


def seats_without_nonlocal(free: int) -> Callable[[str], str]:
    """Forget nonlocal: the assignment makes free a local name of take()."""

    def take(person: str) -> str:
        free -= 1  # noqa: F823
        return f"{person}: in, {free} left"

    return take


if __name__ == "__main__":
    chat, maps = seats(2), seats(1)
    print(chat("Ada"), "|", chat("Lin"), "|", chat("Sam"))
    print(maps("Sam"))
    try:
        seats_without_nonlocal(2)("Ada")
    except UnboundLocalError as error:
        print(f"{type(error).__name__}: {error}")
