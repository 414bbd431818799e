from decimal import Decimal


def share(bill: str, members: int) -> tuple[int, int]:
    """Round each share, so that the members may pay more than the bill."""
    cents = int(Decimal(bill) * 100)
    each = round(cents / members)
    return each, cents - each * members
