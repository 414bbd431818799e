import asyncio


async def ask(service: str) -> str:
    await asyncio.sleep(0)
    return f"{service} is up"


def check(service: str) -> str:
    """Wait for the answer: for callers that have no event loop."""
    coroutine = ask(service)
    try:
        return asyncio.run(coroutine)
    except RuntimeError:
        coroutine.close()  # or "never awaited" follows
        raise


async def main() -> None:
    try:
        print(check("storage"))
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
    print(await ask("storage"))


print(check("mail"))
asyncio.run(main())
