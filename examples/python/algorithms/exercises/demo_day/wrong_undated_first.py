from typing import NamedTuple


class Project(NamedTuple):
    """A project whose demo may have no date yet."""

    slug: str
    demo: str | None
    members: int


def demo_order(projects: list[Project]) -> list[str]:
    """Replace None by an empty text, which sorts before every date."""
    ordered = sorted(projects, key=lambda p: (p.demo or "", -p.members, p.slug))
    return [project.slug for project in ordered]
