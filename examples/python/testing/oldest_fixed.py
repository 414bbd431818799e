def oldest(blockers: list[dict[str, str]]) -> str:
    """Return the text of the blocker with the lowest number."""
    first = min(blockers, key=lambda blocker: int(blocker["number"]))
    return first["text"]
