import asyncio

kept: list[str] = []
computed: list[int] = []
lock = asyncio.Lock()


async def read(reader: int) -> str:
    if not kept:
        async with lock:
            computed.append(reader)
            await asyncio.sleep(0.01)  # the query
            kept[:] = ["the list"]
    return kept[0]


async def main() -> None:
    await asyncio.gather(*(read(reader) for reader in range(5)))
    await read(5)
    print(len(computed))


asyncio.run(main())
