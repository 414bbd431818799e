# raises: AttributeError
class Project:
    def __init__(self, slug: str) -> None:
        self.slug = slug

    @property
    def slug(self) -> str:
        return self.slug.lower()


market = Project("Farm-Market")
print(market.slug)
