"""What each way gives, or withholds, before you say anything about it."""

import mysite

mysite.start()

from rest_framework import generics, viewsets
from rest_framework.decorators import api_view
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView

from catalog.models import Project
from catalog.serializers import ProjectSerializer


@api_view(["GET"])
def as_function(request, pk):
    return Response(ProjectSerializer(Project.objects.get(pk=pk)).data)


class AsAPIView(APIView):
    def get(self, request, pk):
        return Response(ProjectSerializer(Project.objects.get(pk=pk)).data)


class AsGeneric(generics.RetrieveUpdateDestroyAPIView):
    queryset = Project.objects.all()
    serializer_class = ProjectSerializer


class AsViewSet(viewsets.ModelViewSet):
    queryset = Project.objects.all()
    serializer_class = ProjectSerializer


router = SimpleRouter()
router.register("projects", AsViewSet)
views = {
    "function": as_function,
    "APIView": AsAPIView.as_view(),
    "generics": AsGeneric.as_view(),
    "ViewSet": next(url.callback for url in router.urls if url.name == "project-detail"),
}
project = Project.objects.create(title="Bus times")
for name, view in views.items():
    head = view(APIRequestFactory().head("/"), pk=project.pk).status_code
    allowed = view(APIRequestFactory().options("/"), pk=project.pk)["Allow"]
    print(f"{name:9} HEAD {head}  Allow: {', '.join(sorted(allowed.split(', ')))}")
