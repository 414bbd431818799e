import asyncio

from strawberry.dataloader import DataLoader


async def fetch(keys: list[int]) -> list[int]:
    print(keys)
    return keys


async def main() -> None:
    loader = DataLoader(fetch)
    for key in (1, 2, 1):
        await loader.load(key)
    await asyncio.gather(loader.load(3), loader.load(2), loader.load(4))


asyncio.run(main())
