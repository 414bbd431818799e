import asyncio


async def ask(service: str) -> str:
    return f"{service} is up"


def start(service: str) -> asyncio.Task[str]:
    coroutine = ask(service)
    try:
        return asyncio.create_task(coroutine)
    except RuntimeError:
        coroutine.close()
        raise


async def main() -> None:
    print(await start("storage"))


try:
    start("mail")
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
asyncio.run(main())
