import asyncio


async def ask(service: str, seconds: float) -> str:
    try:
        await asyncio.sleep(seconds)
        if service == "mail":
            raise ConnectionError(f"{service} is down")
        print(f"  {service}: done")
        return service
    except asyncio.CancelledError:
        print(f"  {service}: cancelled")
        raise


async def with_gather() -> None:
    try:
        await asyncio.gather(ask("mail", 0.1), ask("storage", 0.5))
    except ConnectionError as error:
        print("  caught", repr(error))
    print("  main goes on")
    await asyncio.sleep(0.6)


async def with_results() -> None:
    found = await asyncio.gather(ask("mail", 0.1), ask("storage", 0.3), return_exceptions=True)
    print(" ", found)


async def with_group() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(ask("mail", 0.1))
            group.create_task(ask("storage", 0.5))
    except* ConnectionError as failures:
        print("  caught", failures.exceptions)
    print("  main goes on")


for way in (with_gather, with_results, with_group):
    print(way.__name__)
    asyncio.run(way())
