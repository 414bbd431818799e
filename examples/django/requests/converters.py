from datetime import date

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, path, register_converter, resolve

settings.configure(ROOT_URLCONF=__name__)
django.setup()


class WeekConverter:
    regex = "[0-9]{4}-w[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value.upper())  # ValueError: this pattern does not match

    def to_url(self, value: date) -> str:
        return f"{value:%G-w%V}"


register_converter(WeekConverter, "week")


def page(request: HttpRequest, **captured: object) -> HttpResponse:
    return HttpResponse(f"{captured}")


urlpatterns = [
    path("projects/new/", page, name="form"),
    path("projects/<int:pk>/", page, name="by number"),
    path("projects/<week:monday>/", page, name="by week"),
    path("projects/<slug:slug>/", page, name="by slug"),
]

for end in ["new", "7", "2026-w48", "2026-w77", "farm-market", "caf\u00e9", "7/posts"]:
    try:
        match = resolve(f"/projects/{end}/")
        print(ascii(end), "->", match.url_name, match.kwargs)
    except Resolver404:
        print(ascii(end), "-> 404")
