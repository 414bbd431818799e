class Project:
    """Its property asks for itself."""

    def __init__(self, slug: str) -> None:
        self._slug = slug

    @property
    def slug(self) -> str:
        """The slug, fixed at creation."""
        return self.slug  # should be self._slug


try:
    print(Project("farm-market").slug)
except RecursionError as error:
    reason = str(error)[: len("maximum recursion depth exceeded")]
    print(f"{type(error).__name__}: {reason}")
