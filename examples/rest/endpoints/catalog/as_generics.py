from django.urls import path
from rest_framework import generics

from catalog.models import Project
from catalog.serializers import ProjectSerializer


class ProjectList(generics.ListCreateAPIView):
    queryset = Project.objects.order_by("id")
    serializer_class = ProjectSerializer


class ProjectDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = Project.objects.all()
    serializer_class = ProjectSerializer
    http_method_names = ("get", "head", "patch", "delete", "options")  # no put


urlpatterns = [
    path("projects/", ProjectList.as_view()),
    path("projects/<int:pk>/", ProjectDetail.as_view()),
]
