import django
from django.conf import settings

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
django.setup()

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.cache import cache_page
from django.views.decorators.vary import vary_on_headers


def hello(request: HttpRequest) -> HttpResponse:
    """Greet whoever a token names."""
    return HttpResponse(f"Hello {request.headers.get('Authorization', 'stranger')}")


urlpatterns = [
    path("plain/", cache_page(60)(hello)),
    path("varies/", cache_page(60)(vary_on_headers("Authorization")(hello))),
]

client = Client()
for address in ("/plain/", "/varies/"):
    for first, second in (("Amina", "Lindiwe"), ("", "Amina")):
        cache.clear()
        for name in (first, second):
            answer = client.get(address, headers={"Authorization": name} if name else {})
        print(f"{address}: {first or 'a stranger'}, then {second}: {answer.content.decode()}")
