import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
django.setup()


def ask(request: HttpRequest) -> HttpResponse | None:
    if request.method == "POST":
        return HttpResponse("asked", status=201)


urlpatterns = [path("ask/", ask)]

print(Client().post("/ask/").status_code)
try:
    Client().get("/ask/")
except ValueError as error:
    print("ValueError:", error)
