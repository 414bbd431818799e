class Project:
    """Assigns to its own property, which has no setter."""

    def __init__(self, slug: str) -> None:
        self.slug = slug  # should be self._slug

    @property
    def slug(self) -> str:
        """The slug, fixed at creation."""
        return self._slug


class Person:
    """Has a property that asks for itself."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def name(self) -> str:
        """The name, fixed at creation."""
        return self.name  # should be self._name


try:
    Project("farm-market")
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")

try:
    print(Person("Ada").name)
except RecursionError as error:
    reason = str(error)[: len("maximum recursion depth exceeded")]
    print(f"{type(error).__name__}: {reason}")
