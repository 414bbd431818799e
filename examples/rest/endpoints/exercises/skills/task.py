from given import SKILLS, NewSkill, Taken
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import ViewSet


class SkillViewSet(ViewSet):
    authentication_classes = ()
    permission_classes = ()
    lookup_field = "slug"


router = SimpleRouter()
urlpatterns = router.urls
