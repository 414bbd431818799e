class Project:
    """Forgets self. for the owner."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        owner = "Ada"  # noqa: F841  only a local name


class FundedProject(Project):
    """Forgets to call super().__init__(slug)."""

    def __init__(self, slug: str, budget: int) -> None:
        self.label = f"{slug}: {budget}"


project = Project("farm-market")
funded = FundedProject("clinic-queue", budget=100)
for thing, name in [(project, "owner"), (funded, "slug"), (project, "slgu")]:
    try:
        getattr(thing, name)
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")
