# raises: UnboundLocalError
pending = 3


def accept_one() -> int:
    """Accept one join request and return how many still wait."""
    pending -= 1  # noqa: F823
    return pending


print("before:", pending)
print("after:", accept_one())
