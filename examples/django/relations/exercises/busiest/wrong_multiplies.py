from django.db.models import Count, Q

from catalog import Project


def busiest() -> list[tuple[str, int, int]]:
    """Return title, size of the team and number of blockers of each project."""
    projects = Project.objects.annotate(
        team=Count("memberships"), blockers=Count("posts", filter=Q(posts__kind="blocker"))
    )
    return list(projects.order_by("-team", "title").values_list("title", "team", "blockers"))
