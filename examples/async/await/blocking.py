import asyncio
import contextlib
import time
from collections.abc import AsyncIterator


@contextlib.asynccontextmanager
async def counting_ticks(name: str) -> AsyncIterator[None]:
    """Say how often another task got its turn while the block ran."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticker = asyncio.create_task(tick())
    await asyncio.sleep(0)  # let it begin
    yield
    ticker.cancel()
    print(f"{name}: others got", "no turn" if ticks == 0 else "more than 5" if ticks > 5 else ticks)


async def main() -> None:
    async with counting_ticks("await asyncio.sleep(0.5)"):
        await asyncio.sleep(0.5)
    async with counting_ticks("time.sleep(0.5)"):
        time.sleep(0.5)
    async with counting_ticks("sum of three million numbers"):
        sum(range(3_000_000))


if __name__ == "__main__":
    asyncio.run(main())
