import mysite

mysite.start()

from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.routers import BaseRouter, DefaultRouter, SimpleRouter

from catalog.as_viewset import ProjectViewSet


class Projects(ProjectViewSet):
    @action(detail=True, methods=["post"], url_path="close")
    def close_project(self, request, pk):
        return Response({"status": "closed"})


def show(title: str, router: BaseRouter) -> None:
    router.register("projects", Projects)
    print(title)
    for url in router.urls:
        methods = getattr(url.callback, "actions", None) or {"get": "root"}
        calls = " ".join(f"{method}={name}" for method, name in methods.items())
        print(f"  {url.pattern!s:40} {url.name:22} {calls}")


show("SimpleRouter", SimpleRouter(use_regex_path=False))
show("SimpleRouter, no slash", SimpleRouter(trailing_slash=False, use_regex_path=False))
show("DefaultRouter", DefaultRouter(use_regex_path=False))
