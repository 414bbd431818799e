class Project:
    """One project announced on the board."""

    def __init__(self, slug: str, owner: str) -> None:
        self.slug = slug
        self.members = [owner]

    def add_member(self, name: str) -> None:
        """Add a person, once."""
        if name not in self.members:
            self.members.append(name)


market = Project("farm-market", owner="Ada")
clinic = Project("clinic-queue", owner="Lin")
market.add_member("Sam")
market.add_member("Sam")

print(market.slug, market.members)
print(clinic.slug, clinic.members)
print(type(market).__name__, isinstance(market, Project))
