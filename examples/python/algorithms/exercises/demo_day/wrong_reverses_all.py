from typing import NamedTuple


class Project(NamedTuple):
    """A project whose demo may have no date yet."""

    slug: str
    demo: str | None
    members: int


def demo_order(projects: list[Project]) -> list[str]:
    """Turn the whole order round: the dates run backward too."""
    ordered = sorted(projects, key=lambda p: (p.demo or "", p.members, p.slug), reverse=True)
    return [project.slug for project in ordered]
