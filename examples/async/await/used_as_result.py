import asyncio


async def members() -> list[str]:
    return ["kwame", "amina"]


async def main() -> None:
    found = members()
    try:
        print(len(found))
    except TypeError as error:
        print(error)
    try:
        found.sort()
    except AttributeError as error:
        print(error)
    print(sorted(await found))


asyncio.run(main())
