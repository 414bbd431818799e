from catalog import Project


def news_page() -> list[str]:
    """Return one line for each project: title, owner, blockers."""
    lines = []
    for project in Project.objects.order_by("pk").select_related("owner").prefetch_related("posts"):
        titles = ", ".join(post.title for post in project.posts.all()) or "no blockers"
        lines.append(f"{project.title} by {project.owner.name}: {titles}")
    return lines
