from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["testserver"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": ":memory:",
            "ATOMIC_REQUESTS": True,
        }
    },
    ROOT_URLCONF=__name__,
)

import django
from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

django.setup()


class Note(models.Model):
    """One line of text."""

    text = models.TextField()

    class Meta:
        app_label = "lesson"


def save(request: HttpRequest, ending: str) -> HttpResponse:
    """Save a note, then end in one of three ways."""
    Note.objects.create(text=ending)
    if ending == "raises":
        raise RuntimeError("a bug")
    if ending == "takes-back":
        transaction.set_rollback(True)
    return HttpResponse(status=400)


urlpatterns = [path("<slug:ending>/", save)]

with connection.schema_editor() as editor:
    editor.create_model(Note)

client = Client(raise_request_exception=False)
for ending in ("raises", "answers-400", "takes-back"):
    answer = client.post(f"/{ending}/")
    print(answer.status_code, ending, "kept:", Note.objects.filter(text=ending).exists())
