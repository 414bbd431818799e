import asyncio


async def ask(service: str, seconds: float) -> str:
    try:
        await asyncio.sleep(seconds)
        if service == "mail":
            raise ConnectionError
        print(service)
    finally:
        print(f"{service} closed")
    return service


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(ask("mail", 0.1))
            group.create_task(ask("storage", 0.5))
    except* ConnectionError:
        print("failed")


asyncio.run(main())
