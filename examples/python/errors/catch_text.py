def places(text: str) -> int:
    """Return a number of places; the handler names a string."""
    try:
        return int(text)
    except "ValueError":
        return 0


print(places("3"))
try:
    places("three")
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
