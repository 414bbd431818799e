from django.db.models import Prefetch

from catalog import Post, Project


def news_page() -> list[str]:
    """Return one line for each project: title, owner, blockers."""
    blockers = Post.objects.filter(kind="blocker").order_by("pk")
    projects = (
        Project.objects.order_by("pk")
        .select_related("owner")
        .prefetch_related(Prefetch("posts", queryset=blockers, to_attr="blockers"))
    )
    lines = []
    for project in projects:
        titles = ", ".join(post.title for post in project.blockers) or "no blockers"
        lines.append(f"{project.title} by {project.owner.name}: {titles}")
    return lines
