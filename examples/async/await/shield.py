import asyncio


async def save(log: list[str]) -> None:
    log.append("begin")
    await asyncio.sleep(0.5)
    log.append("commit")


async def handle(log: list[str], saving: asyncio.Task[None] | None) -> None:
    """Answer within 0.1 seconds, whatever happens to the save."""
    try:
        async with asyncio.timeout(0.1):
            await (asyncio.shield(saving) if saving else save(log))
    except TimeoutError:
        log.append("answered")


async def main() -> None:
    log: list[str] = []
    await handle(log, None)
    await asyncio.sleep(0.6)
    print("without shield:", log)

    log = []
    saving = asyncio.create_task(save(log))  # a name keeps the task alive
    await handle(log, saving)
    await saving
    print("with shield:", log)


asyncio.run(main())
