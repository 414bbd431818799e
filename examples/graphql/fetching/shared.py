import asyncio

from strawberry.dataloader import DataLoader

SEATS = {"bus": 3, "seeds": 5}


async def load_seats(slugs: list[str]) -> list[int]:
    return [SEATS[slug] for slug in slugs]


everybodys = DataLoader(load_seats)


async def request(slug: str, loader: DataLoader[str, int]) -> int:
    return await loader.load(slug)


print("first request: ", asyncio.run(request("bus", everybodys)))
SEATS["bus"] = 0
print("second request:", asyncio.run(request("bus", everybodys)), "(shared loader)")
print("second request:", asyncio.run(request("bus", DataLoader(load_seats))), "(its own loader)")
try:
    asyncio.run(request("seeds", everybodys))
except RuntimeError as error:
    print("another key:    RuntimeError:", error)
