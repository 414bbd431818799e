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
    MIDDLEWARE=[f"{__name__}.outer", f"{__name__}.gate", f"{__name__}.Inner"],
)
django.setup()


def outer(get_response: GetResponse) -> GetResponse:
    def middleware(request: HttpRequest) -> HttpResponse:
        print("outer in")
        response = get_response(request)
        print("outer out", response.status_code)
        return response

    return middleware


def gate(get_response: GetResponse) -> GetResponse:
    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/closed/"):
            return HttpResponse(status=503, headers={"Retry-After": "120"})
        return get_response(request)

    return middleware


class Inner:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        print("  inner in")
        try:
            response = self.get_response(request)
        except ZeroDivisionError:
            print("  inner caught it")  # never printed
            raise
        print("  inner out", response.status_code)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        print("    process_exception:", repr(error))


def share(request: HttpRequest, people: int) -> HttpResponse:
    print("    view")
    return HttpResponse(f"{12 / people} hours each")


urlpatterns = [path("share/<int:people>/", share), path("closed/<int:people>/", share)]
browser = Client(raise_request_exception=False)
for address in ["/share/4/", "/closed/4/", "/share/0/"]:
    print(address)
    browser.get(address)
