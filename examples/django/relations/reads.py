from django.db.models import QuerySet

from team import Project


def projects_with_team() -> QuerySet[Project]:
    return Project.objects.select_related("owner").prefetch_related("team").order_by("pk")


def team_lines() -> list[str]:
    return [
        f"{project.title} by {project.owner.name}: {len(project.team.all())} people"
        for project in projects_with_team()
    ]
