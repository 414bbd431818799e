def newcomers(visits: list[str], members: set[str]) -> list[str]:
    """Return each visitor who is no member, the latest visit first."""
    found: list[str] = []
    for person in reversed(visits):
        if person not in members:
            found.insert(0, person)
    return found[::-1]


print(newcomers(["Ada", "Lin", "Sam"], {"Lin"}))
