from decimal import Decimal


def share(bill: str, members: int) -> tuple[int, int]:
    """Return each member's share of a bill and the rest, both in cents."""
    cents = int(Decimal(bill) * 100)
    each = cents // members
    return each, cents - each * members
