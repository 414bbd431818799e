def add_sql(skills: list[str]) -> None:
    """Change the list that the caller passed."""
    skills.append("sql")


def replace_all(skills: list[str]) -> None:
    """Bind the local name to a new list; the caller's list stays."""
    skills = ["go"]
    print("inside replace_all:", skills)


def with_redis(skills: list[str]) -> list[str]:
    """Return a new list; the caller's list stays."""
    longer = list(skills)
    longer.append("redis")
    return longer


def main() -> None:
    """Show what each call changes."""
    skills = ["python"]
    add_sql(skills)
    print("after add_sql:", skills)
    replace_all(skills)
    print("after replace_all:", skills)

    longer = with_redis(skills)
    print("with_redis returned:", longer)
    print("after with_redis:", skills)


if __name__ == "__main__":
    main()
