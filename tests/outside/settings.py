"""The board as in production, with the differences that a test from outside needs."""

from pathlib import Path

from config.settings import *  # noqa: F403
from config.settings import REST_FRAMEWORK

SECURE_SSL_REDIRECT = False  # the client is on this machine, without TLS
# One client sends thousands of requests a minute: 429 would hide every other answer.
REST_FRAMEWORK = REST_FRAMEWORK | {
    "DEFAULT_THROTTLE_RATES": dict.fromkeys(REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"])
}
# The real hash is slow on purpose, and clients that are tested sign in all the time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path.cwd() / "media"  # beside the database, not in the repository
