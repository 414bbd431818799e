import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path, resolve

settings.configure(ROOT_URLCONF=__name__)
django.setup()


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("page")


urlpatterns = [
    path("projects/<slug:slug>/", page, name="detail"),
    path("projects/<int:year>/", page, name="year"),
    path("projects/new/", page, name="form"),
]
for address in ("/projects/new/", "/projects/2026/"):
    match = resolve(address)
    print(match.url_name, match.kwargs)
