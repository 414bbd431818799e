import mysite

mysite.start()

from django.test.utils import override_settings
from django.urls import path
from rest_framework import generics
from rest_framework.test import APIClient

from catalog.models import Project
from catalog.serializers import ProjectSerializer


class ProjectDetail(generics.RetrieveAPIView):
    queryset = Project.objects.all()
    serializer_class = ProjectSerializer


class ProjectByTitle(ProjectDetail):
    lookup_field = "title"  # the column; also the keyword, unless lookup_url_kwarg says so


urlpatterns = [
    path("by-id/<int:id>/", ProjectDetail.as_view()),
    path("by-title/<str:title>/", ProjectByTitle.as_view()),
]

Project.objects.create(title="Bus times")
with override_settings(ROOT_URLCONF=__name__):
    try:
        APIClient().get("/by-id/1/")
    except AssertionError as error:
        print("AssertionError:", error)
    print(APIClient().get("/by-title/Bus times/").json())
