import mysite

mysite.start()

from rest_framework.response import Response
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView

from catalog.models import Project


class ProjectTitles(APIView):
    projects = Project.objects.order_by("id")

    def get(self, request):
        return Response([project.title for project in self.projects])


view = ProjectTitles.as_view()
for title in ("Bus times", "Seed swap"):
    Project.objects.create(title=title)
    print(view(APIRequestFactory().get("/")).data)
