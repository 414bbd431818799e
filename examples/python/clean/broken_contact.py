ADDRESSES = {"Ada": "ada@board.example", "Lin": "lin@board.example"}


def domain(person: str) -> str:
    """Return the mail domain of a person."""
    return ADDRESSES.get(person).split("@")[1]


print(domain("Ada"))
print(domain("Sam"))
