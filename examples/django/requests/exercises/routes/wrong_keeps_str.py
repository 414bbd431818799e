from django.http import HttpRequest, HttpResponse
from django.urls import path


def page(request: HttpRequest, **captured: object) -> HttpResponse:
    return HttpResponse(f"{captured}")


urlpatterns = [
    path("projects/new/", page, name="form"),
    path("projects/<slug:slug>/", page, name="detail"),
    path("projects/<slug:slug>/posts/<pk>/", page, name="post"),
]
