import asyncio


async def ask(service: str, seconds: float) -> str:
    print(f"{service}: asked")
    await asyncio.sleep(seconds)  # stands for waiting on the network
    print(f"{service}: answered")
    return f"{service} is up"


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(ask("calendar", 0.3)),
            group.create_task(ask("mail", 0.1)),
            group.create_task(ask("storage", 0.2)),
        ]
    print([task.result() for task in tasks])


asyncio.run(main())
