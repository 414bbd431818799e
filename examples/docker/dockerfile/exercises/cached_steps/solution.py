def steps_to_run(steps: list[str], changed: set[str]) -> list[str]:
    """Return the steps that a second build runs again."""
    for number, step in enumerate(steps):
        if is_affected(step, changed):
            return steps[number:]
    return []


def is_affected(step: str, changed: set[str]) -> bool:
    """Whether a step copies something that has changed."""
    instruction, *sources, _ = step.split()
    if instruction != "COPY":
        return False
    return bool(changed.intersection(sources)) or (bool(changed) and "." in sources)
