import asyncio


class Service:
    """A service that remembers how many asked it at once."""

    def __init__(self) -> None:
        self.now = self.most = 0

    async def answer(self, number: int) -> int:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.01)
        self.now -= 1
        return number * number


async def ask_all(service: Service, at_once: int) -> list[int]:
    limit = asyncio.Semaphore(at_once)

    async def ask(number: int) -> int:
        async with limit:
            return await service.answer(number)

    return await asyncio.gather(*(ask(number) for number in range(30)))


async def main() -> None:
    for at_once in (30, 3):
        service = Service()
        answers = await ask_all(service, at_once)
        print(f"{len(answers)} answers, the last {answers[-1]}, most at once: {service.most}")


asyncio.run(main())
