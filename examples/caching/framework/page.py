import django
from django.conf import settings

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
django.setup()

from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.cache import cache_page

ran: list[str] = []


@cache_page(60)
def projects(request: HttpRequest) -> HttpResponse:
    """Answer with what was asked for."""
    ran.append(request.get_full_path())
    status = 404 if request.GET.get("page") == "99" else 200
    return HttpResponse("projects", status=status)


urlpatterns = [path("projects/", projects)]
client = Client()

for method, query in (
    ("get", ""),
    ("get", ""),
    ("get", "?page=2"),
    ("get", "?utm_source=mail"),  # a new key for the same page
    ("get", "?page=99"),
    ("get", "?page=99"),
    ("post", ""),
):
    before = len(ran)
    answer = getattr(client, method)(f"/projects/{query}")
    print(
        f"{method:4} {query:16} {answer.status_code}",
        "computed" if len(ran) > before else "from the cache",
        answer.get("Cache-Control", ""),
    )
