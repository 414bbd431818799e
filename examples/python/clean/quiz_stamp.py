days = iter(["Monday", "Tuesday", "Wednesday"])


def today() -> str:
    """Stand in for the clock: each call is a day later."""
    return next(days)


def stamp(text: str, day: str = today()) -> str:
    return f"{day}: {text}"


print(stamp("project opened"))
print(stamp("first request"))
