from django.db.models import Count

from catalog import Project


def busiest() -> list[tuple[str, int, int]]:
    """Return title, size of the team and number of blockers of each project."""
    projects = Project.objects.filter(posts__kind="blocker").annotate(
        team=Count("memberships", distinct=True), blockers=Count("posts", distinct=True)
    )
    return list(projects.order_by("-team", "title").values_list("title", "team", "blockers"))
