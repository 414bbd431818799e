import asyncio
from collections.abc import Awaitable, Callable, Iterable


async def ask_all(
    ask: Callable[[str], Awaitable[str]], names: Iterable[str], at_once: int, seconds: float
) -> dict[str, str]:
    """Return the state of each service, asked ``at_once`` at a time."""
    limit = asyncio.Semaphore(at_once)

    async def one(name: str) -> str:
        async with limit:
            try:
                return await asyncio.wait_for(ask(name), seconds)
            except BaseException:
                return "unavailable"

    names = list(names)
    return dict(zip(names, await asyncio.gather(*map(one, names)), strict=True))
