from collections.abc import Callable
from typing import Any

import django
from django.conf import settings
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.test import Client
from django.urls import path

TEMPLATES = {"projects.html": "{% for project in projects %}<li>{{ project.title }}{% endfor %}"}
settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["testserver"],
    INSTALLED_APPS=[__name__],
    MIDDLEWARE=[f"{__name__}.Trace"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", TEMPLATES)]},
        }
    ],
)
django.setup()


class Trace:
    """Prints what passes by: a middleware may have one method for each of these moments."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        print("middleware, in: ", request.method, request.path)
        response = self.get_response(request)
        print("middleware, out:", response.status_code, response.reason_phrase)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> None:
        print("  URL routing:  ", request.resolver_match.route, "->", view.__name__, kwargs)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        print("  template:     ", response.template_name)
        return response


def print_query(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    print("  model:        ", sql.replace('"', "").partition(" WHERE")[0])
    return execute(sql, *rest)


# --8<-- [start:mvt]
class Project(models.Model):
    title = models.CharField(max_length=120)
    status = models.CharField(max_length=8)

    class Meta:
        db_table = "project"


def project_list(request: HttpRequest, status: str) -> TemplateResponse:
    projects = Project.objects.filter(status=status)
    print("  view:         ", "projects =", type(projects).__name__)
    return TemplateResponse(request, "projects.html", {"projects": projects})


urlpatterns = [path("projects/<slug:status>/", project_list)]
# --8<-- [end:mvt]

with connection.schema_editor() as editor:
    editor.create_model(Project)
Project.objects.create(title="Farm market", status="open")
with connection.execute_wrapper(print_query):
    Client().get("/projects/open/")
    Client().get("/nowhere/")
