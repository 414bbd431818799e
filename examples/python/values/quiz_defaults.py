DEFAULTS = ["git"]


def add_defaults(skills: list[str]) -> None:
    """Add the skills that every project needs."""
    skills = skills + DEFAULTS


mine = ["python"]
add_defaults(mine)
print(mine)
