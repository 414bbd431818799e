import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
django.setup()


def welcome(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse(f"{name} asked by {request.method}.", content_type="text/plain")


urlpatterns = [path("welcome/<slug:name>/", welcome)]

browser = Client()
for address in ["/welcome/ada/", "/welcome/", "/welcome/ada%20l/"]:
    answer = browser.get(address)
    print(answer.status_code, answer.reason_phrase, address)
print(browser.get("/welcome/ada/").content.decode())
