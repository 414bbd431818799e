from collections.abc import Callable

Handler = Callable[[str], str]
HANDLERS: dict[str, Handler] = {}


def on(event: str) -> Callable[[Handler], Handler]:
    """Register the decorated function for an event; return it unchanged."""

    def register(func: Handler) -> Handler:
        print(f"registering {func.__name__} for {event!r}")
        HANDLERS[event] = func
        return func

    return register


@on("accepted")
def welcome(person: str) -> str:
    """Greet a new member."""
    return f"welcome, {person}"


@on("declined")
def suggest(person: str) -> str:
    """Point a declined person to other projects."""
    return f"{person}, here are three other projects"


if __name__ == "__main__":
    print("defined, nothing called yet:", list(HANDLERS))
    print(HANDLERS["accepted"]("Ada"))
