"""Step 5: ViewSets and a router. What is left in a view is HTTP."""

from rest_framework.decorators import action
from rest_framework.pagination import PageNumberPagination
from rest_framework.permissions import IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import GenericViewSet, ViewSet

from crew import rules, selectors, services
from crew.serializers import (
    JoinIn,
    JoinOut,
    ProjectChangeIn,
    ProjectDetailOut,
    ProjectIn,
    ProjectOut,
)


class Pages(PageNumberPagination):
    page_size = 20

    def get_paginated_response(self, data):
        return Response({"count": self.page.paginator.count, "results": data})


class ProjectViewSet(GenericViewSet):
    serializer_class = ProjectOut  # what OPTIONS describes
    lookup_field = "slug"
    permission_classes = (IsAuthenticatedOrReadOnly,)
    pagination_class = Pages

    def get_queryset(self):
        query = self.request.query_params
        return selectors.matching(
            search=query.get("search", ""),
            skill=query.get("skill", ""),
            only_open=query.get("open") == "true",
        )

    def list(self, request):
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(ProjectOut(page, many=True).data)

    def create(self, request):
        project = services.announce(owner=request.user, **self.checked(ProjectIn))
        return Response(ProjectDetailOut(selectors.project(project.slug)).data, status=201)

    def retrieve(self, request, slug):
        return Response(ProjectDetailOut(selectors.project(slug)).data)

    def partial_update(self, request, slug):
        project = selectors.project(slug)
        rules.require_decider(request.user, project)  # before the body is judged
        changes = self.checked(ProjectChangeIn, partial=True)
        services.change(actor=request.user, project=project, **changes)
        return self.retrieve(request, slug)

    @action(detail=True, methods=["post"])
    def join(self, request, slug):
        join = services.ask_to_join(
            person=request.user, project=selectors.project(slug), **self.checked(JoinIn)
        )
        return Response(JoinOut(join).data, status=201)

    @action(detail=True, permission_classes=[IsAuthenticated])
    def requests(self, request, slug):
        project = selectors.project(slug)
        rules.require_decider(request.user, project)
        return Response(JoinOut(selectors.join_requests(project), many=True).data)

    def checked(self, form, **options):
        serializer = form(data=self.request.data, **options)
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data


class RequestViewSet(ViewSet):
    permission_classes = (IsAuthenticated,)
    lookup_value_converter = "int"

    @action(detail=True, methods=["post"])
    def accept(self, request, pk):
        join = services.accept(actor=request.user, join=selectors.join_request(pk))
        return Response(JoinOut(join).data)

    @action(detail=True, methods=["post"])
    def decline(self, request, pk):
        join = services.decline(actor=request.user, join=selectors.join_request(pk))
        return Response(JoinOut(join).data)


router = SimpleRouter(use_regex_path=False)
router.register("projects", ProjectViewSet, basename="project")
router.register("requests", RequestViewSet, basename="request")
urlpatterns = router.urls
