def free(size: int, members: int) -> int:
    """Return how many seats are free."""
    return size - members
