def may_ask(role: str, status: str, asked_before: bool = False) -> bool:
    """Whether a person may ask to join a project with this status."""
    return role in {"frontend", "both"} and status == "open" and not asked_before
