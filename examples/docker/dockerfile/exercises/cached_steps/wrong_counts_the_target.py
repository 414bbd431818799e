def steps_to_run(steps: list[str], changed: set[str]) -> list[str]:
    """Return the steps that a second build runs again."""
    for number, step in enumerate(steps):
        instruction, *words = step.split()
        if instruction == "COPY" and changed and (changed.intersection(words) or "." in words):
            return steps[number:]
    return []
