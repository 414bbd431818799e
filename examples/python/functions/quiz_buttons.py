def accept(person: str) -> str:
    """Accept one join request."""
    return f"{person} is in"


buttons = []
for person in ["Ada", "Lin", "Sam"]:
    buttons.append(lambda: accept(person))

print([press() for press in buttons])
