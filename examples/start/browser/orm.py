# needs: board
import django

django.setup()

from django.db.models import Count

from projects.models import Project

open_projects = Project.objects.filter(status=Project.Status.OPEN)
print(open_projects.count(), "projects look for people")

busiest = open_projects.annotate(news=Count("posts")).order_by("-news", "slug")[:3]
for project in busiest:
    print(f"{project.title}: {project.news} posts, {project.seats} seats")
