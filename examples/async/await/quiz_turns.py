import asyncio


async def cached(key: str) -> str:
    return f"value of {key}"


async def log_in(log: list[str]) -> None:
    log.append("task")


async def main() -> None:
    log: list[str] = []
    task = asyncio.create_task(log_in(log))
    log.append("created")
    await cached("user")
    log.append("cached")
    await task
    print(*log)


asyncio.run(main())
