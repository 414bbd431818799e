import asyncio
from contextlib import suppress


async def produce(queue: asyncio.Queue[str]) -> None:
    for number in range(1, 7):
        full = queue.full()
        await queue.put(f"mail {number}")  # waits while the queue is full
        print(f"put mail {number}" + (" after waiting" if full else ""))


async def consume(queue: asyncio.Queue[str]) -> None:
    while True:
        mail = await queue.get()
        try:
            await asyncio.sleep(0.02)
            print(f"  sent {mail}")
        finally:
            queue.task_done()


async def main() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue(maxsize=2)
    consumer = asyncio.create_task(consume(queue))
    await produce(queue)
    await queue.join()  # until task_done was called for each
    consumer.cancel()
    with suppress(asyncio.CancelledError):
        await consumer
    print("nothing left:", queue.empty())


asyncio.run(main())
