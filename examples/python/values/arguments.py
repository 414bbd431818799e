def add_sql(skills: list[str]) -> None:
    """Change the list that the caller passed."""
    skills.append("sql")


def replace_all(skills: list[str]) -> None:
    """Bind the local name to a new list; the caller's list stays."""
    skills = ["go"]
    print("inside:", skills)


def follow_shared(slug: str, followed: list[str] = []):  # noqa: B006
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
    """Show what each call changes."""
    skills = ["python"]
    add_sql(skills)
    print("after add_sql:", skills)
    replace_all(skills)
    print("after replace_all:", skills)

    print("shared default:", follow_shared("nexus"), follow_shared("atlas"))
    print("None as default:", follow("nexus"), follow("atlas"))


if __name__ == "__main__":
    main()
