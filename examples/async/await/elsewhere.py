# needs: threads, subprocess
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor

from blocking import counting_ticks


def count_down(number: int) -> int:
    """Compute for a while: no waiting in here, so a thread would be of little use."""
    while number:
        number -= 1
    return number


async def main() -> None:
    async with counting_ticks("time.sleep in a thread"):
        await asyncio.to_thread(time.sleep, 0.5)
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=1) as pool:
        async with counting_ticks("a computation in another process"):
            await loop.run_in_executor(pool, count_down, 10_000_000)


if __name__ == "__main__":  # the child process imports this file
    asyncio.run(main())
