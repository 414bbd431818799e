from django.shortcuts import get_object_or_404
from django.urls import path
from rest_framework import status
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.models import Project
from catalog.serializers import ProjectSerializer


@api_view(["GET", "HEAD", "POST"])
def project_list(request: Request) -> Response:
    if request.method != "POST":
        projects = Project.objects.order_by("id")
        return Response(ProjectSerializer(projects, many=True).data)
    serializer = ProjectSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    serializer.save()
    return Response(serializer.data, status=status.HTTP_201_CREATED)


@api_view(["GET", "HEAD", "PATCH", "DELETE"])
def project_detail(request: Request, pk: int) -> Response:
    project = get_object_or_404(Project, pk=pk)
    if request.method == "DELETE":
        project.delete()
        return Response(status=status.HTTP_204_NO_CONTENT)
    if request.method != "PATCH":
        return Response(ProjectSerializer(project).data)
    serializer = ProjectSerializer(project, data=request.data, partial=True)
    serializer.is_valid(raise_exception=True)
    serializer.save()
    return Response(serializer.data)


urlpatterns = [
    path("projects/", project_list),
    path("projects/<int:pk>/", project_detail),
]
