import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager


@asynccontextmanager
async def connected(project: str) -> AsyncIterator[str]:
    await asyncio.sleep(0)  # connecting waits
    print("connected to", project)
    try:
        yield project
    finally:
        print("disconnected from", project)


async def posts(project: str) -> AsyncIterator[str]:
    for page in (1, 2, 3):
        print(f"page {page} asked")
        await asyncio.sleep(0)  # each page is a request of its own
        for number in (1, 2):
            yield f"{project} {page}.{number}"


async def main() -> None:
    async with connected("farm-market") as project, aclosing(posts(project)) as found:
        async for post in found:
            print(" ", post)
            if post.endswith("2.1"):
                break
    print([post async for post in posts("bus") if post.endswith(".1")])


asyncio.run(main())
