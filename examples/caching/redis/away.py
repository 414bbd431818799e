# needs: network, posix
import errno
import socket
from collections.abc import Callable

from django.conf import settings

quiet = socket.create_server(("127.0.0.1", 0))  # takes connections, and never answers
BACKEND = "django.core.cache.backends.redis.RedisCache"
settings.configure(
    CACHES={
        "default": {"BACKEND": BACKEND, "LOCATION": "redis://127.0.0.1:1"},  # nobody listens
        "hangs": {
            "BACKEND": BACKEND,
            "LOCATION": f"redis://127.0.0.1:{quiet.getsockname()[1]}",
            "OPTIONS": {"socket_timeout": 0.2},
        },
    }
)

from django.core.cache import caches


def attempt(work: Callable[[], object]) -> None:
    """Print what a call gives, or how it fails."""
    try:
        print(work())
    except Exception as error:
        text = str(error).replace(f"Error {errno.ECONNREFUSED} ", "Error 111 ")  # 61 on macOS
        print(f"{type(error).__module__}.{type(error).__name__}: {text}")


attempt(lambda: caches["default"].get("title"))
attempt(lambda: caches["hangs"].get("title"))
