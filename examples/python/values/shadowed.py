def show_letters(slug: str) -> None:
    """Show the bug: the local name `list` hides the built-in."""
    list = ["nexus", "atlas"]
    try:
        print(list(slug))
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")


show_letters("abc")
print(list("abc"))  # outside the function the built-in is untouched
