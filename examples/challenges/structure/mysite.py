"""A Django project in one file: what `settings.py` and `manage.py migrate` do elsewhere."""

import django
from django.conf import settings
from django.core.management import call_command


def start() -> None:
    if settings.configured:
        return  # the other test file did it
    settings.configure(
        SECRET_KEY="for this case only",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "rest_framework",
            "rest_framework.authtoken",
            "crew",
        ],
        REST_FRAMEWORK={
            "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
            "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
            "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
            "EXCEPTION_HANDLER": "crew.answers.on_error",
            "TEST_REQUEST_DEFAULT_FORMAT": "json",
        },
    )
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
