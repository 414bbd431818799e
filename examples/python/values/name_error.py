def show_slug() -> None:
    """Print the slug, which must be bound before this call."""
    print("slug:", slug)


try:
    show_slug()
except NameError as error:
    print(f"too early: {type(error).__name__}: {error}")

slug = "nexus"
show_slug()

try:
    print("slug:", slugs)
except NameError as error:
    print(f"typing error: {type(error).__name__}: {error}")
