import asyncio


async def ask(service: str, seconds: float) -> str:
    print(f"{service}: connected")
    try:
        await asyncio.sleep(seconds)
        return f"{service}: up"
    finally:
        print(f"{service}: disconnected")


async def main() -> None:
    try:
        async with asyncio.timeout(0.5):
            print(await ask("mail", 0.01))
            print(await ask("storage", 5))
            print("never reached")
    except TimeoutError:
        print("too slow, answered without it")


asyncio.run(main())
