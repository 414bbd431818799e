import asyncio
import gc
import weakref


async def wait_for_news() -> None:
    await asyncio.get_running_loop().create_future()  # nobody else holds it


async def fail() -> None:
    raise ConnectionError("mail is down")


async def main() -> None:
    # Where a program has no handler, asyncio logs these at level ERROR.
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: print(" ", context["message"])
    )
    print("no name:")
    lost = weakref.ref(asyncio.create_task(wait_for_news()))
    await asyncio.sleep(0)
    gc.collect()
    print("  still there:", lost() is not None)

    print("nobody looks at the result:")
    asyncio.create_task(fail())  # noqa: RUF006
    await asyncio.sleep(0)
    gc.collect()

    print("kept in a set:")
    background = set()
    task = asyncio.create_task(wait_for_news())
    background.add(task)
    task.add_done_callback(background.discard)
    kept = weakref.ref(task)
    del task
    await asyncio.sleep(0)
    gc.collect()
    print("  still there:", kept() is not None)


asyncio.run(main())
