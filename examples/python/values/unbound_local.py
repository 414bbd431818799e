# raises: UnboundLocalError
pending = 3


def accept_one() -> int:
    """Accept one join request and return how many still wait."""
    pending -= 1  # noqa: F823
    return pending


def after_one(waiting: int) -> int:
    """Do the same with an argument and a return value."""
    return waiting - 1


print("with an argument:", after_one(pending))
print("with the global: ", accept_one())
