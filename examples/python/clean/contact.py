ADDRESSES = {"Ada": "ada@board.example", "Lin": "lin@board.example"}


def domain(person: str) -> str | None:
    """Return the mail domain of a person, or None without an address."""
    address = ADDRESSES.get(person)
    if address is None:
        return None
    return address.split("@")[1]
