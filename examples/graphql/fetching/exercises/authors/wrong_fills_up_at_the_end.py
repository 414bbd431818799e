from table import fetch


async def load_names(ids: list[int]) -> list[str | None]:
    """Return the name for each id, in the order of the ids."""
    rows = sorted(await fetch(ids), key=lambda row: ids.index(row.id))
    names = [row.name for row in rows]
    return names + [None] * (len(ids) - len(names))
