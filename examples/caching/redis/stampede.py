import asyncio

READERS = 50


class Page:
    """One cached answer whose time is over, and how often it was computed."""

    def __init__(self) -> None:
        self.kept: str | None = None
        self.computed = 0
        self.lock = asyncio.Lock()

    async def compute(self) -> str:
        """Ask the database; it takes a moment, and meanwhile others come."""
        self.computed += 1
        await asyncio.sleep(0.01)
        return "the list of projects"

    async def read(self) -> str:
        """Look, and compute what is not there."""
        if self.kept is None:
            self.kept = await self.compute()
        return self.kept

    async def read_locked(self) -> str:
        """Look, wait for the lock, look again, then compute."""
        if self.kept is None:
            async with self.lock:
                if self.kept is None:  # somebody may have finished while we waited
                    self.kept = await self.compute()
        return self.kept


async def main() -> None:
    for name in ("read", "read_locked"):
        page = Page()
        answers = await asyncio.gather(*(getattr(page, name)() for _ in range(READERS)))
        print(f"{name}: {len(answers)} readers, {page.computed} computed")


asyncio.run(main())
