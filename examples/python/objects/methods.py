from typing import Self


class Project:
    """A project that can also be built from a line of text."""

    def __init__(self, slug: str, owner: str) -> None:
        self.slug = slug
        self.owner = owner

    def summary(self) -> str:
        """Describe one project: an instance method."""
        return f"{self.slug} by {self.owner}"

    @classmethod
    def from_line(cls, line: str) -> Self:
        """Build a project from 'Title, owner': a class method."""
        title, owner = line.split(",")
        return cls(cls.slugify(title), owner.strip())

    @staticmethod
    def slugify(title: str) -> str:
        """Turn a title into a slug: a static method."""
        return "-".join(title.lower().split())


class ArchivedProject(Project):
    """A project that no longer takes members."""


def main() -> None:
    market = Project.from_line("Farm Market, Ada")
    print("summary:", market.summary())
    print("the same call:", Project.summary(market))
    print("slugify:", Project.slugify("Clinic Queue"))
    old = ArchivedProject.from_line("Old Shop, Lin")
    print("from_line of a subclass makes:", type(old).__name__)


if __name__ == "__main__":
    main()
