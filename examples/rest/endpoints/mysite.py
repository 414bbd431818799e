"""A Django project in one file: what `settings.py` and `manage.py migrate` do elsewhere."""

import django
from django.conf import settings
from django.core.management import call_command


def start() -> None:
    settings.configure(
        SECRET_KEY="for this lesson only",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["catalog", "rest_framework"],
        REST_FRAMEWORK={
            "DEFAULT_AUTHENTICATION_CLASSES": [],
            "UNAUTHENTICATED_USER": None,
            "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
            "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
            "TEST_REQUEST_DEFAULT_FORMAT": "json",
        },
    )
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
