import django
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=[".example.org", "127.0.0.1"],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
)
django.setup()


def index(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [path("", index)]
for host in ["board.example.org", "127.0.0.1:8000", "evil.example", "board_1:8000"]:
    print(Client(headers={"host": host}).get("/").status_code, host)

for host in ["evil.example", "board_1:8000"]:
    try:
        RequestFactory(headers={"host": host}).get("/").get_host()
    except DisallowedHost as error:
        print("DisallowedHost:", error)
