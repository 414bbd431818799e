import asyncio

total = 0


async def price(euros: int) -> int:
    await asyncio.sleep(0)
    return euros


async def add(euros: int) -> None:
    global total
    total += await price(euros)


async def main() -> None:
    await asyncio.gather(add(5), add(7))
    print(total)


asyncio.run(main())
