"""The routes of one version; v2 has the same, over its own viewsets."""

from types import ModuleType

from django.urls import URLPattern, URLResolver, include, path, re_path
from rest_framework.routers import SimpleRouter

from api.auth.views import AuthViewSet
from api.v1 import views as v1
from api.views import UnknownUrl


def routes(views: ModuleType) -> list[URLPattern | URLResolver]:
    """Build the routes over the viewsets of one version."""
    router = SimpleRouter(use_regex_path=False)
    router.register("auth", AuthViewSet, "auth")
    router.register("exports", views.ExportViewSet, "exports")
    router.register("people", views.PersonViewSet, "people")
    router.register("projects", views.ProjectViewSet, "projects")
    router.register("requests", views.JoinRequestViewSet, "requests")
    router.register("skills", views.SkillViewSet, "skills")
    nested = SimpleRouter(use_regex_path=False)
    nested.register("exports", views.ProjectExportViewSet, "project-exports")
    nested.register("members", views.MembershipViewSet, "project-members")
    nested.register("posts", views.PostViewSet, "project-posts")
    nested.register("requests", views.ProjectJoinRequestViewSet, "project-requests")
    me = views.MeViewSet.as_view(
        {"get": "retrieve", "patch": "partial_update"}, basename="me", detail=True
    )
    stats = views.StatsViewSet.as_view({"get": "retrieve"}, basename="stats", detail=True)
    return [
        *router.urls,
        path("projects/<slug:project_slug>/", include(nested.urls)),
        path("me/", me, name="me"),
        path("stats/", stats, name="stats"),
        # Not path(): its patterns stop at a newline, and "%0A" is a newline.
        re_path("", UnknownUrl.as_view()),
    ]


app_name = "v1"
urlpatterns = routes(v1)
