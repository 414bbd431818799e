import asyncio
from collections.abc import Awaitable, Callable, Iterable


async def ask_all(
    ask: Callable[[str], Awaitable[str]], names: Iterable[str], at_once: int, seconds: float
) -> dict[str, str]:
    """Return the state of each service, asked ``at_once`` at a time."""
    limit = asyncio.Semaphore(at_once)

    async def one(name: str) -> str:
        try:
            async with asyncio.timeout(seconds), limit:
                return await ask(name)
        except OSError:
            return "unavailable"

    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(one(name)) for name in names}
    return {name: task.result() for name, task in tasks.items()}
