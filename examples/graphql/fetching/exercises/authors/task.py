from table import fetch


async def load_names(ids: list[int]) -> list[str | None]:
    """Return the name for each id, in the order of the ids."""
    return [row.name for row in await fetch(ids)]
