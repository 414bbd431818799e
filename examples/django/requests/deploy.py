from textwrap import shorten

import django
from django.conf import settings
from django.core.checks import Tags, run_checks
from django.test import override_settings

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
settings.configure(
    DEBUG=True,
    SECRET_KEY="django-insecure-from-a-tutorial",
    INSTALLED_APPS=["django.contrib.sessions"],
    MIDDLEWARE=MIDDLEWARE,
)
django.setup()


def warnings() -> list[str]:
    found = run_checks(tags=[Tags.security], include_deployment_checks=True)
    return sorted(f"{one.id}: {shorten(one.msg, 60, placeholder=' …')}" for one in found)


print("\n".join(warnings()))

production = {
    "DEBUG": False,
    "SECRET_KEY": "".join(map(chr, range(48, 122))),  # yours: from the environment
    "ALLOWED_HOSTS": ["board.example.org"],
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 3600,  # first an hour; a year when all subdomains have HTTPS
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
}
with override_settings(**production):
    print("with the production settings:", warnings())
