"""Settings for a board that lives for one example: in a page of the site, or in a test of one.

Everybody can read its database and its passwords, so nothing in it needs to be slow or
secret. All else is as in development.
"""

from config import logs
from config.settings import *  # noqa: F403
from config.settings import INSTALLED_APPS as ALL_APPS

INSTALLED_APPS = [app for app in ALL_APPS if app != "drf_spectacular_sidecar"]  # large; unused here
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
LOGGING = logs.configure(level="ERROR", as_json=False)  # the answers say what happened
