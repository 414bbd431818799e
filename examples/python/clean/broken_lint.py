def seats_left(limit: int, members: list[str | None]) -> int:
    """Return how many people can still join; None is a seat given back."""
    left = limit
    for member in members:
        if member == None:
            continue
        lefft = left - 1
    if left < 0:
        raise ValueError(f"{project} has too many members")
    return left


print(seats_left(5, ["Ada", None, "Lin"]), "seats left")
