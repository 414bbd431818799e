import logging

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.views import View

settings.configure(
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this example only",
    ALLOWED_HOSTS=["testserver"],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
)
django.setup()
logging.disable()  # the answers say it all


class ProjectList(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse("all projects")

    def post(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse("announced", status=201)


urlpatterns = [path("projects/", ProjectList.as_view())]

browser = Client()
for method, address in [
    ("GET", "/projects/"),
    ("GET", "/projets/"),
    ("DELETE", "/projects/"),
    ("GET", "/projects"),
    ("POST", "/projects"),
]:
    answer = browser.generic(method, address)
    facts = {name: answer[name] for name in ("Allow", "Location") if name in answer}
    print(method, address, "->", answer.status_code, answer.reason_phrase, facts or "")

with override_settings(DEBUG=True):
    try:
        browser.post("/projects", {"title": "Farm market"})
    except RuntimeError as error:
        print("RuntimeError:", error)
