def split_hours(hours: float, members: list[str]) -> dict[str, float]:
    """Return an equal share of ``hours`` for each member."""
    if not members:
        raise ValueError("cannot split 0 ways (no members)")
    return {person: hours / len(members) for person in members}
