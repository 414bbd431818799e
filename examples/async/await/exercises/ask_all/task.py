from collections.abc import Awaitable, Callable, Iterable


async def ask_all(
    ask: Callable[[str], Awaitable[str]], names: Iterable[str], at_once: int, seconds: float
) -> dict[str, str]:
    """Return the state of each service, asked ``at_once`` at a time."""
    states = {}
    for name in names:
        states[name] = await ask(name)
    return states
