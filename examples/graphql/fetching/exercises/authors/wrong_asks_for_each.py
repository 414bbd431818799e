from table import fetch


async def load_names(ids: list[int]) -> list[str | None]:
    """Return the name for each id, in the order of the ids."""
    names: list[str | None] = []
    for id_ in ids:
        rows = await fetch([id_])
        names.append(rows[0].name if rows else None)
    return names
