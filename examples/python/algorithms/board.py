from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple

from introductions import KNOWS, introductions


class Project(NamedTuple):
    """A project as the board lists it."""

    slug: str
    status: str
    owner: str
    members: int


def rank(projects: list[Project]) -> list[Project]:
    """Open projects first, then large teams, then by slug."""
    return sorted(projects, key=lambda p: (p.status != "open", -p.members, p.slug))


def find(by_slug: list[Project], slug: str) -> Project | None:
    """Find a project in a list that is sorted by slug."""
    i = bisect_left(by_slug, slug, key=attrgetter("slug"))
    return by_slug[i] if i < len(by_slug) and by_slug[i].slug == slug else None


def main() -> None:
    clinic = Project("clinic", "closed", "Lin", 4)
    budget = Project("budget", "open", "Kofi", 3)
    projects = [Project("recipes", "open", "Mia", 3), clinic, budget]
    by_slug = sorted(projects, key=attrgetter("slug"))
    chains = introductions(KNOWS, "Ada")
    for project in rank(projects):
        chain = chains.get(project.owner, [])
        print(f"{project.slug}: {' > '.join(chain) or 'no introduction'}")
    print("find:", find(by_slug, "budget") == budget, find(by_slug, "forum"))


if __name__ == "__main__":
    main()
