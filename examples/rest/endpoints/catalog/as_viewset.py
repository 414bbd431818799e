from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import ModelViewSet

from catalog.models import Project
from catalog.serializers import ProjectSerializer


class ProjectViewSet(ModelViewSet):
    queryset = Project.objects.order_by("id")
    serializer_class = ProjectSerializer
    http_method_names = ("get", "head", "post", "patch", "delete", "options")  # no put


router = SimpleRouter(use_regex_path=False)
router.register("projects", ProjectViewSet)
urlpatterns = router.urls
