from datetime import date

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import include, path, reverse

settings.configure(ROOT_URLCONF=__name__)
django.setup()


def page(request: HttpRequest, **captured: object) -> HttpResponse:
    return HttpResponse(f"{captured}")


projects = [
    path("", page, name="list"),
    path("<slug:slug>/", page, name="detail"),
    path("tagged/<str:skill>/", page, name="tagged"),
]
urlpatterns = [path("projects/", include((projects, "projects")))]

print(reverse("projects:detail", kwargs={"slug": "farm-market"}))
print(reverse("projects:tagged", args=["C++ & Qt?"]))
print(reverse("projects:list", query={"status": "open", "since": date(2026, 11, 24)}))

link = "<a href=\"{% url 'projects:detail' slug=slug %}\">{{ title }}</a>"
print(Engine().from_string(link).render(Context({"slug": "farm-market", "title": "Farm market"})))
