import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import Client
from django.urls import path

settings.configure(
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this example only",
    ALLOWED_HOSTS=["board.example.org"],
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
    CSRF_FAILURE_VIEW=f"{__name__}.refused",
    CSRF_TRUSTED_ORIGINS=["https://app.example.org"],
)
django.setup()


def ask(request: HttpRequest) -> HttpResponse:
    return HttpResponse(get_token(request))  # in a template: {% csrf_token %}


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    return HttpResponse(reason, status=403)


urlpatterns = [path("ask/", ask)]
site = {"host": "board.example.org"}
browser = Client(enforce_csrf_checks=True, headers=site)


def send(what: str, **headers: str) -> None:
    answer = browser.post("/ask/", secure=True, headers=headers)
    print(f"{what}: {answer.status_code}", answer.content.decode() * (answer.status_code == 403))


send("no cookie", origin="https://board.example.org")
token = browser.get("/ask/", secure=True).content.decode()
send("no token", origin="https://board.example.org")
send("token", origin="https://board.example.org", **{"X-CSRFToken": token})
send("other site", origin="https://evil.example", **{"X-CSRFToken": token})
send("trusted site", origin="https://app.example.org", **{"X-CSRFToken": token})
