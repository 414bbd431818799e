from collections.abc import Callable

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

GetResponse = Callable[[HttpRequest], HttpResponse]
settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["testserver"],
    MIDDLEWARE=[f"{__name__}.log", f"{__name__}.sign_in"],
)
django.setup()


def log(get_response: GetResponse) -> GetResponse:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        print("log", response.status_code)
        return response

    return middleware


def sign_in(get_response: GetResponse) -> GetResponse:
    def middleware(request: HttpRequest) -> HttpResponse:
        print("sign_in")
        if "Authorization" not in request.headers:
            return HttpResponse(status=401)
        return get_response(request)

    return middleware


def me(request: HttpRequest) -> HttpResponse:
    print("view")
    return HttpResponse("Ada")


urlpatterns = [path("me/", me)]
Client().get("/me/")
Client(headers={"Authorization": "Bearer x"}).get("/mee/")
