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
def console(person: str) -> str:
    """Point a declined person to other projects."""
    return f"{person}, here are three other projects"
