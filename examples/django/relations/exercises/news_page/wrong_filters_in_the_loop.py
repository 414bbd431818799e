from catalog import Project


def news_page() -> list[str]:
    """Return one line for each project: title, owner, blockers."""
    lines = []
    for project in Project.objects.order_by("pk").select_related("owner").prefetch_related("posts"):
        blockers = project.posts.filter(kind="blocker").order_by("pk")
        titles = ", ".join(post.title for post in blockers) or "no blockers"
        lines.append(f"{project.title} by {project.owner.name}: {titles}")
    return lines
