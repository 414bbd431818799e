def accept(actor: str, owner: str) -> str:
    """Accept a join request; the check is wrong on purpose."""
    assert actor == owner, "only the owner accepts"
    return f"accepted by {actor}"


try:
    print(accept("Sam", owner="Ada"))
except AssertionError as error:
    print(f"{type(error).__name__}: {error}")
