def steps_to_run(steps: list[str], changed: set[str]) -> list[str]:
    """Return the steps that a second build runs again."""
    return []
