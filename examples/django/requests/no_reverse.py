import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, include, path, reverse

settings.configure(ROOT_URLCONF=__name__)
django.setup()


def page(request: HttpRequest, **captured: object) -> HttpResponse:
    return HttpResponse(f"{captured}")


projects = [path("<slug:slug>/", page, name="detail")]
urlpatterns = [path("projects/", include((projects, "projects")))]


def link(name: str, **captured: object) -> None:
    try:
        print(reverse(name, kwargs=captured))
    except NoReverseMatch as error:
        print("NoReverseMatch:", error)


link("detail", slug="farm-market")
link("project:detail", slug="farm-market")
link("projects:detail")
link("projects:detail", slug="")
link("projects:detail", slug="farm-market")
