def follow_shared(slug: str, followed: list[str] = []) -> list[str]:  # noqa: B006
    """Show the bug: every call without a list shares one default list."""
    followed.append(slug)
    return followed


def follow(slug: str, followed: list[str] | None = None) -> list[str]:
    """Add the slug to the given list, or to a new one."""
    if followed is None:
        followed = []
    followed.append(slug)
    return followed


def main() -> None:
    """Call each function twice without a list."""
    print("[] as default, call 1:", follow_shared("nexus"))
    print("[] as default, call 2:", follow_shared("atlas"))
    print("None as default, call 1:", follow("nexus"))
    print("None as default, call 2:", follow("atlas"))


if __name__ == "__main__":
    main()
