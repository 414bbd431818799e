import asyncio

from strawberry.dataloader import DataLoader
from strawberry.exceptions import WrongNumberOfResultsReturned

PEOPLE = {1: "Ada", 2: "Lin", 3: "Sam"}


async def in_table_order(ids: list[int]) -> list[str]:
    return [name for id_, name in PEOPLE.items() if id_ in ids]


async def in_key_order(ids: list[int]) -> list[str | Exception]:
    return [PEOPLE.get(id_) or LookupError(f"nobody has the id {id_}") for id_ in ids]


async def main() -> None:
    for load_fn in (in_table_order, in_key_order):
        loader = DataLoader(load_fn)
        print(load_fn.__name__, "3, 1:", await loader.load_many([3, 1]))
        try:
            print(await loader.load_many([2, 9]))
        except (WrongNumberOfResultsReturned, LookupError) as error:
            print(f"{load_fn.__name__} 2, 9: {type(error).__name__}: {error}")


asyncio.run(main())
