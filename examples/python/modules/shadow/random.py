"""Draw things at random: a file name that the standard library uses too."""


def draw(names: list[str]) -> str:
    """Return one of the names."""
    return names[0]
