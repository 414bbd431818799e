import mysite

mysite.start()

from django.core.exceptions import ImproperlyConfigured
from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import ReadOnlyModelViewSet

from catalog.as_viewset import ProjectViewSet
from catalog.models import Project
from catalog.serializers import ProjectSerializer


class OpenProjects(ReadOnlyModelViewSet):
    serializer_class = ProjectSerializer

    def get_queryset(self):
        return Project.objects.filter(seats__gt=0)


class ArchivedProjects(ProjectViewSet):
    """It inherits the queryset, and so the basename `project`."""


router = SimpleRouter()
try:
    router.register("open", OpenProjects)
except AssertionError as error:
    print("AssertionError:", error)

router.register("projects", ProjectViewSet)
try:
    router.register("archive", ArchivedProjects)
except ImproperlyConfigured as error:
    print("ImproperlyConfigured:", error)

router.register("open", OpenProjects, basename="open-project")
router.register("archive", ArchivedProjects, basename="archived-project")
print([url.name for url in router.urls])
