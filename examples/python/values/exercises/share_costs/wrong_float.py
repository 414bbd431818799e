def share(bill: str, members: int) -> tuple[int, int]:
    """Go through float, which has no exact 19.99."""
    cents = int(float(bill) * 100)
    each = cents // members
    return each, cents - each * members
