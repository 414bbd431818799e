def free_seats(places: int, members: int) -> int:
    """Return how many people may still join a project."""
    if places < 0 or members < 0:
        raise ValueError("places and members cannot be negative")
    return max(places - members, 0)
