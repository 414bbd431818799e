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

    def list(self, request: Request) -> Response:
        return Response([{"slug": slug, "name": name} for slug, name in sorted(SKILLS.items())])

    def retrieve(self, request: Request, slug: str) -> Response:
        if slug not in SKILLS:
            raise NotFound
        return Response({"slug": slug, "name": SKILLS[slug]})

    def create(self, request: Request) -> Response:
        serializer = NewSkill(data=request.data)
        serializer.is_valid(raise_exception=True)
        slug, name = serializer.validated_data["slug"], serializer.validated_data["name"]
        if slug in SKILLS:
            raise Taken
        SKILLS[slug] = name
        return Response(serializer.data, status=201, headers={"Location": f"{request.path}{slug}/"})


router = SimpleRouter()
router.register("skills", SkillViewSet, basename="skills")
urlpatterns = router.urls
