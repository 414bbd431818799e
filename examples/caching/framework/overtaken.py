# needs: board
import django

django.setup()

from django.core.cache import cache

from people.models import Person
from projects import selectors, services
from projects.caching import STATS, cached

owner = Person.objects.exclude(email_verified_at=None).order_by("id")[0]


def overtaken() -> int:
    """Count the projects; before the answer is kept, somebody announces another."""
    projects = selectors.stats()["projects"]
    services.announce_project(owner=owner, title="Tea timer", pitch="A write commits.")
    cache.delete("projects")  # what a careful writer does after the commit
    return projects


cache.set("projects", overtaken(), timeout=60)
print("delete: off by", selectors.stats()["projects"] - cache.get("projects"))

cached(STATS, "projects", overtaken)
kept = cached(STATS, "projects", lambda: selectors.stats()["projects"])
print("token: off by", selectors.stats()["projects"] - kept)
