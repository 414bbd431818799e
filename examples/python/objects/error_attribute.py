class Project:
    """Forgets self. for the owner."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        owner = "Ada"  # noqa: F841  only a local name


class FundedProject(Project):
    """Forgets to call super().__init__(slug)."""

    def __init__(self, slug: str, budget: int) -> None:
        self.label = f"{slug}: {budget}"


market = Project("farm-market")
try:
    print(market.owner)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")

clinic = FundedProject("clinic-queue", budget=100)
try:
    print(clinic.slug)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
