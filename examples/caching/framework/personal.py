import django
from django.conf import settings

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["testserver"],
    CACHE_MIDDLEWARE_SECONDS=60,
    MIDDLEWARE=[
        "django.middleware.cache.UpdateCacheMiddleware",  # first: it stores the finished answer
        "django.middleware.common.CommonMiddleware",
        "django.middleware.cache.FetchFromCacheMiddleware",  # last
    ],
)
django.setup()

from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.vary import vary_on_cookie


def hello(request: HttpRequest) -> HttpResponse:
    """Greet the person whom a cookie names."""
    return HttpResponse(f"Hello {request.COOKIES['name']}")


urlpatterns = [
    path("leaks/", hello),
    path("varies/", vary_on_cookie(hello)),
    path("private/", cache_control(private=True)(hello)),
    path("never/", never_cache(hello)),
]

for address in ("leaks", "varies", "private", "never"):
    seen = []
    for name in ("Amina", "Lindiwe"):
        client = Client()
        client.cookies["name"] = name
        answer = client.get(f"/{address}/")
        seen.append(answer.content.decode())
    print(f"{address}: {seen}")
    print("   ", answer["Cache-Control"], "| Vary:", answer.get("Vary", "nothing"))
