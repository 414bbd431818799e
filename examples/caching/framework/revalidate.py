import django
from django.conf import settings

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
django.setup()

from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition

project = {"version": 7, "text": "Tea timer. " * 100}
rendered: list[int] = []


def version(request: HttpRequest) -> str:
    """Return the entity tag: one small read instead of the whole page."""
    return f'"{project["version"]}"'


@cache_control(public=True, max_age=0, must_revalidate=True)
@condition(etag_func=version)
def page(request: HttpRequest) -> HttpResponse:
    """Render the project."""
    rendered.append(project["version"])
    return HttpResponse(project["text"])


urlpatterns = [path("tea/", page)]
client = Client()

answer = client.get("/tea/")
tag = answer["ETag"]
print(answer.status_code, answer["Cache-Control"], tag, len(answer.content), "bytes")

answer = client.get("/tea/", headers={"If-None-Match": tag})
print(answer.status_code, len(answer.content), "bytes")

project["version"] = 8
answer = client.get("/tea/", headers={"If-None-Match": tag})
print(answer.status_code, answer["ETag"], "rendered:", rendered)
