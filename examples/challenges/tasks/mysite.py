"""A Django project in one file, with one address: `POST /join/step_0/7/`."""

from importlib import import_module
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.http import HttpRequest, JsonResponse
from django.urls import path

WAYS = ("step_0", "step_1", "step_2", "step_3", "step_4", "step_5")
FOLDER = Path(__file__).parent  # a worker finds the same files


def database(name: str) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": FOLDER / f"{name}.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA synchronous = OFF",  # for speed; never in production
        },
    }


def start() -> None:
    if settings.configured:
        return
    settings.configure(
        SECRET_KEY="for this case only",
        ROOT_URLCONF="mysite",
        DATABASES={"default": database("ours"), "outside": database("outside")},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["crew"],
        LOGGING_CONFIG=None,
    )
    django.setup()
    for name in settings.DATABASES:
        call_command("migrate", run_syncdb=True, verbosity=0, database=name)
    import crew.broker  # noqa: F401


def join(request: HttpRequest, way: str, number: int) -> JsonResponse:
    from crew.joining import Conflict

    if way not in WAYS:  # never import what a client names without a list
        return JsonResponse({"error": "not_found"}, status=404)
    try:
        import_module(f"ways.{way}").ask_to_join(number)
    except Conflict as error:
        return JsonResponse({"error": str(error)}, status=409)
    return JsonResponse({"number": number}, status=201)


urlpatterns = [path("join/<str:way>/<int:number>/", join)]
