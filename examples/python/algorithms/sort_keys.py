from heapq import nsmallest
from operator import attrgetter, itemgetter
from typing import NamedTuple


class Project(NamedTuple):
    """A project as the list page needs it."""

    title: str
    members: int


projects = [
    Project("recipes", 3),
    Project("Clinic", 5),
    Project("budget", 3),
    Project("Atlas", 1),
]
rows = [{"slug": "clinic", "posts": 8}, {"slug": "atlas", "posts": 2}]
votes = {"clinic": 2, "atlas": 7}


def titles(found: list[Project]) -> str:
    """Join the titles on one line."""
    return ", ".join(project.title for project in found)


by_title = attrgetter("title")  # like lambda project: project.title
by_members = attrgetter("members")

print("plain:   ", titles(sorted(projects, key=by_title)))
print("casefold:", titles(sorted(projects, key=lambda p: p.title.casefold())))
print("members: ", titles(sorted(projects, key=by_members)))
print("reverse: ", titles(sorted(projects, key=by_members, reverse=True)))
print("quietest:", titles(nsmallest(2, projects, key=by_members)))
print("rows:    ", [row["slug"] for row in sorted(rows, key=itemgetter("posts"))])
print("by value:", sorted(votes.items(), key=itemgetter(1), reverse=True))
print("sort() returns:", projects.sort(key=by_title))
