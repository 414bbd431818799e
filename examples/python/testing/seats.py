def seats_left(size: int, members: int, paused: bool = False) -> str:
    """Return the line that stands below a project's title."""
    text = f"{size - members} seats left"
    if paused:
        text += ", paused"
    return text
