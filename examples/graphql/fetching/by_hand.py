import asyncio
from collections.abc import Awaitable, Callable


class TinyLoader:
    def __init__(self, fetch: Callable[[list[int]], Awaitable[list[str]]]) -> None:
        self.fetch = fetch
        self.waiting: dict[int, asyncio.Future[str]] = {}

    def load(self, key: int) -> asyncio.Future[str]:
        loop = asyncio.get_running_loop()
        if not self.waiting:
            self.task = loop.create_task(self.dispatch())
        return self.waiting.setdefault(key, loop.create_future())

    async def dispatch(self) -> None:
        waiting, self.waiting = self.waiting, {}
        keys = list(waiting)
        for key, value in zip(keys, await self.fetch(keys), strict=True):
            waiting[key].set_result(value)


async def fetch(keys: list[int]) -> list[str]:
    print("one fetch for", keys)
    return [f"person {key}" for key in keys]


async def resolve_owner(project: str, owner: int, people: TinyLoader) -> None:
    print(project, "asks for", owner)
    name = await people.load(owner)
    print(project, "is by", name)


async def main() -> None:
    people = TinyLoader(fetch)
    projects = {"bus times": 7, "seed swap": 4, "food bank": 7}
    await asyncio.gather(*(resolve_owner(title, id_, people) for title, id_ in projects.items()))


asyncio.run(main())
