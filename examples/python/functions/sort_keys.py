from collections.abc import Callable
from typing import Any

Project = dict[str, Any]
PROJECTS: list[Project] = [
    {"slug": "maps", "members": 2, "created": "2025-03-01"},
    {"slug": "chat", "members": 5, "created": "2025-01-20"},
    {"slug": "news-api", "members": 2, "created": "2025-02-11"},
]


def by_name(project: Project) -> str:
    """Sort key: the slug."""
    return project["slug"]


ORDERS: dict[str, Callable[[Project], Any]] = {
    "name": by_name,  # no parentheses: the function, not a call
    "oldest": lambda project: project["created"],
    "busiest": lambda project: (-project["members"], project["slug"]),
}


def ordered(order: str) -> list[str]:
    """Return the slugs in the order that a visitor picked."""
    key = ORDERS.get(order, by_name)
    return [project["slug"] for project in sorted(PROJECTS, key=key)]


if __name__ == "__main__":
    for order in [*ORDERS, "no-such-order"]:
        print(f"{order}: {ordered(order)}")
