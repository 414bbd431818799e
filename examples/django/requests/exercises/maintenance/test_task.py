import django
import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import path

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["testserver"],
    MIDDLEWARE=["task.Maintenance"],
    MAINTENANCE=False,
)
django.setup()

seen = []


def page(request, name=""):
    """Remember that the view ran."""
    seen.append(request.path)
    return HttpResponse("ok")


urlpatterns = [path("healthz", page), path("healthz/admin/", page), path("projects/", page)]


@pytest.fixture(autouse=True)
def nothing_seen():
    """Forget what other tests sent."""
    seen.clear()


def test_open():
    answer = Client().get("/projects/")
    assert (answer.status_code, seen) == (200, ["/projects/"])
    assert answer.headers.get("X-Maintenance") == "off", "X-Maintenance says off"


@override_settings(MAINTENANCE=True)
def test_closed():
    answer = Client().post("/projects/")
    assert answer.status_code == 503, "while MAINTENANCE is true, the answer is 503"
    assert answer.headers.get("Retry-After") == "120", "the client learns when to come back"
    assert answer.headers.get("X-Maintenance") == "on", "X-Maintenance stands on the 503 too"
    assert seen == [], "the view ran, so it may have written"


@override_settings(MAINTENANCE=True)
def test_health_is_answered():
    answer = Client().get("/healthz")
    assert (answer.status_code, seen) == (200, ["/healthz"])
    assert answer.headers.get("X-Maintenance") == "on"


@override_settings(MAINTENANCE=True)
def test_only_this_one_path_passes():
    assert Client().get("/healthz/admin/").status_code == 503, "/healthz/admin/ is not /healthz"


def test_closed_and_opened_while_the_server_runs():
    browser = Client()
    assert browser.get("/projects/").status_code == 200
    with override_settings(MAINTENANCE=True):
        assert browser.get("/projects/").status_code == 503, "the setting changed after the start"
    assert browser.get("/projects/").status_code == 200
