from typing import NamedTuple


class Project(NamedTuple):
    """A project whose demo may have no date yet."""

    slug: str
    demo: str | None
    members: int


def demo_order(projects: list[Project]) -> list[str]:
    """Return the slugs: by date, then large teams first, then by slug; undated last."""
    ordered = sorted(projects, key=lambda p: (p.demo is None, p.demo or "", -p.members, p.slug))
    return [project.slug for project in ordered]
