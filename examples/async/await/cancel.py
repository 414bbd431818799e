import asyncio


async def obedient() -> None:
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("  tidied up")
        raise  # without this line, nobody learns that it was cancelled


async def stubborn() -> None:
    while True:
        try:
            await asyncio.sleep(60)
        except BaseException as error:  # "the worker must never die"
            print("  swallowed", type(error).__name__)
            break


async def main() -> None:
    for work in (obedient, stubborn):
        print(work.__name__)
        task = asyncio.create_task(work())
        await asyncio.sleep(0)  # let it begin
        task.cancel()
        await asyncio.wait([task])
        print("  cancelled:", task.cancelled())


asyncio.run(main())
