class Project:
    """Assigns to its own property, which has no setter."""

    def __init__(self, slug: str) -> None:
        self.slug = slug

    @property
    def slug(self) -> str:
        """The slug, fixed at creation."""
        return self._slug


class Fixed(Project):
    """Assigns to the name behind the property."""

    def __init__(self, slug: str) -> None:
        self._slug = slug


try:
    Project("farm-market")
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
print(Fixed("farm-market").slug)
