from typing import NamedTuple


class Project(NamedTuple):
    """A project whose demo may have no date yet."""

    slug: str
    demo: str | None
    members: int


def demo_order(projects: list[Project]) -> list[str]:
    """Drop what cannot be compared: projects vanish from the page."""
    dated = [p for p in projects if p.demo]
    ordered = sorted(dated, key=lambda p: (p.demo, -p.members, p.slug))
    return [project.slug for project in ordered]
