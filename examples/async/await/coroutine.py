import asyncio


async def ask(service: str) -> str:
    print(f"  {service}: asked")
    await asyncio.sleep(0)  # gives the turn away once
    print(f"  {service}: answered")
    return service


async def main() -> None:
    print("calling it runs nothing:")
    coroutine = ask("mail")
    print(" ", type(coroutine).__name__)
    print("await runs it here:")
    await coroutine
    print("one await after the other:")
    await ask("mail")
    await ask("storage")
    print("two tasks take turns:")
    first = asyncio.create_task(ask("mail"))
    second = asyncio.create_task(ask("storage"))
    print("  created, not started")
    await first
    await second


asyncio.run(main())
