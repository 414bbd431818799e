from django.shortcuts import get_object_or_404
from django.urls import path
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.models import Project
from catalog.serializers import ProjectSerializer


class ProjectList(APIView):
    def get(self, request: Request) -> Response:
        projects = Project.objects.order_by("id")
        return Response(ProjectSerializer(projects, many=True).data)

    def post(self, request: Request) -> Response:
        serializer = ProjectSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data, status=status.HTTP_201_CREATED)


class ProjectDetail(APIView):
    def get(self, request: Request, pk: int) -> Response:
        return Response(ProjectSerializer(get_object_or_404(Project, pk=pk)).data)

    def patch(self, request: Request, pk: int) -> Response:
        project = get_object_or_404(Project, pk=pk)
        serializer = ProjectSerializer(project, data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data)

    def delete(self, request: Request, pk: int) -> Response:
        get_object_or_404(Project, pk=pk).delete()
        return Response(status=status.HTTP_204_NO_CONTENT)


urlpatterns = [
    path("projects/", ProjectList.as_view()),
    path("projects/<int:pk>/", ProjectDetail.as_view()),
]
