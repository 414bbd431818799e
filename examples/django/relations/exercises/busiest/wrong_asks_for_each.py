from catalog import Project


def busiest() -> list[tuple[str, int, int]]:
    """Return title, size of the team and number of blockers of each project."""
    rows = [
        (project.title, project.memberships.count(), project.posts.filter(kind="blocker").count())
        for project in Project.objects.all()
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))
