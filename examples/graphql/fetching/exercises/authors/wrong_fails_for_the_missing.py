from table import fetch


async def load_names(ids: list[int]) -> list[str | None]:
    """Return the name for each id, in the order of the ids."""
    found = {row.id: row.name for row in await fetch(ids)}
    return [found[id_] for id_ in ids]
